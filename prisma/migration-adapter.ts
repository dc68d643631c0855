import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, DriverAdapterError, type ColumnType } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * Prisma's adapter is made for a client and falls short of its schema engine in two points: it cuts a script at every semicolon, also
 * within the body of a function, and cannot carry PostgreSQL's internal type "char", by which the engine tells constraints apart.
 * A script in one piece is also one transaction: a migration that fails leaves nothing behind.
 */
export class MigrationAdapter extends PrismaPg {
  private readonly pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool);
    this.pool = pool;
  }

  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => void (await this.pool.query(script).catch(failReadably));
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw({ ...query, sql: query.sql.replace(internalChars, '$<column>::text$<end>') });
      const typeOf = (name: string, type: ColumnType) => (charNames.includes(name) ? ColumnTypeEnum.Character : type);
      return { ...result, columnTypes: result.columnTypes.map((type, index) => typeOf(result.columnNames[index] ?? '', type)) };
    };
    return adapter;
  }

  /** The database that a draft is made in is empty already and dropped afterwards. */
  override connectToShadowDb(): ReturnType<PrismaPg['connectToShadowDb']> {
    return this.connect();
  }
}

/** Without this the engine says no more than "external error". */
const failReadably = (error: unknown): never => {
  if (!(error instanceof pg.DatabaseError)) throw error;
  const { code = '', severity = '', message, detail, column, hint } = error;
  throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
};

/** The columns of that type that the engine selects, and the names under which it reads them. */
const internalChars = /(?<column>\bconstr\.contype|\bcon\.confdeltype|\bcon\.confupdtype)(?<end>,| AS)/g;
const charNames = ['constraint_type', 'confdeltype', 'confupdtype'];
