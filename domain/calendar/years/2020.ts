import { publishedYear } from '../published-year.ts';

/** 国务院办公厅关于2020年部分节假日安排的通知. The second notice (26 January 2020) prolonged the Spring Festival from 30 January to 2 February, so Saturday 1 February was not worked after all. */
export const year2020 = publishedYear({
  year: 2020,
  notices: ['国办发明电〔2019〕16号', '国办发明电〔2020〕1号'],
  holidays: [
    ['元旦', '2020-01-01', '2020-01-01'],
    ['春节', '2020-01-24', '2020-02-02'],
    ['清明节', '2020-04-04', '2020-04-06'],
    ['劳动节', '2020-05-01', '2020-05-05'],
    ['端午节', '2020-06-25', '2020-06-27'],
    ['国庆节、中秋节', '2020-10-01', '2020-10-08'],
  ],
  makeUpDays: ['2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10'],
});
