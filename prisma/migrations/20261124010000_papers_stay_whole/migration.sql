-- Papers, signatures and replies are not emptied at a stroke either.
CREATE TRIGGER paper_stays_whole BEFORE TRUNCATE ON "paper" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_signature_stays_whole BEFORE TRUNCATE ON "paper_signature" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reply_stays_whole BEFORE TRUNCATE ON "reply" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A draft may be thrown away; without a row to give back the deletion would have been skipped in silence.
CREATE OR REPLACE FUNCTION issued_paper_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.number IS NOT NULL THEN
    RAISE EXCEPTION 'Paper % is issued and is not changed', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
