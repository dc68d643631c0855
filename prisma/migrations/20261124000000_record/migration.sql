-- CreateTable
CREATE TABLE "audit_line" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "case_id" TEXT,
    "purpose" TEXT,
    "client" TEXT,
    "content" TEXT,
    "prev" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "court_clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "court_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" TEXT NOT NULL,
    "court" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id_type" TEXT NOT NULL,
    "id_index" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_dossier" (
    "case_id" TEXT NOT NULL,
    "case_number" TEXT NOT NULL,
    "court" TEXT NOT NULL,
    "handler" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_dossier_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "property" (
    "id" TEXT NOT NULL,
    "index" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "property_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply" (
    "unit" TEXT NOT NULL,
    "reply_no" TEXT NOT NULL,
    "request_no" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "property_ids" TEXT[],
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("unit","reply_no")
);

-- CreateTable
CREATE TABLE "note" (
    "id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "court" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "proposal_id" TEXT,
    "year" INTEGER,
    "serial" INTEGER,
    "number" TEXT,
    "content_hash" TEXT,
    "sealed" TEXT,
    "issued_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "paper_signature" (
    "paper_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "signer" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "paper_signature_pkey" PRIMARY KEY ("paper_id","level")
);

-- CreateTable
CREATE TABLE "paper_counter" (
    "court" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "paper_counter_pkey" PRIMARY KEY ("court","year","kind","scope")
);

-- CreateTable
CREATE TABLE "event" (
    "stream" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "content_hash" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "act_id" TEXT,
    "case_id" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("stream","number")
);

-- CreateTable
CREATE TABLE "act" (
    "id" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process" (
    "workflow_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "court" TEXT NOT NULL,
    "unit" TEXT,
    "action_id" TEXT,
    "handler" TEXT,
    "phase" TEXT NOT NULL,
    "awaiting" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "ended" BOOLEAN NOT NULL DEFAULT false,
    "busy" BOOLEAN NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "line" INTEGER NOT NULL,
    "offset_ms" BIGINT NOT NULL,
    "state" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_pkey" PRIMARY KEY ("workflow_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "signal" TEXT NOT NULL,
    "body" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "consumed_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "code" TEXT NOT NULL,
    "plan_name" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "level" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "duties" TEXT[],
    "channels" TEXT[],
    "base_url" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "unit_key" (
    "id" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "jwk" JSONB NOT NULL,

    CONSTRAINT "unit_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" TEXT NOT NULL,
    "court" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_delivery" (
    "step_no" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "request_no" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "receipt_no" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "repeats" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "inbox_delivery_pkey" PRIMARY KEY ("step_no")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_line_hash_key" ON "audit_line"("hash");

-- CreateIndex
CREATE INDEX "audit_line_what_idx" ON "audit_line"("what");

-- CreateIndex
CREATE INDEX "audit_line_case_id_idx" ON "audit_line"("case_id");

-- CreateIndex
CREATE INDEX "appointment_done_at_due_at_idx" ON "appointment"("done_at", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "party_court_id_type_id_index_key" ON "party"("court", "id_type", "id_index");

-- CreateIndex
CREATE UNIQUE INDEX "case_dossier_case_number_key" ON "case_dossier"("case_number");

-- CreateIndex
CREATE UNIQUE INDEX "property_index_key" ON "property"("index");

-- CreateIndex
CREATE INDEX "reply_request_no_idx" ON "reply"("request_no");

-- CreateIndex
CREATE INDEX "evidence_case_id_idx" ON "evidence"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_number_key" ON "paper"("number");

-- CreateIndex
CREATE INDEX "paper_case_id_idx" ON "paper"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "paper_court_year_kind_serial_key" ON "paper"("court", "year", "kind", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "paper_signature_paper_id_signer_key" ON "paper_signature"("paper_id", "signer");

-- CreateIndex
CREATE INDEX "event_case_id_recorded_at_stream_number_idx" ON "event"("case_id", "recorded_at", "stream", "number");

-- CreateIndex
CREATE INDEX "event_act_id_idx" ON "event"("act_id");

-- CreateIndex
CREATE INDEX "act_stream_idx" ON "act"("stream");

-- CreateIndex
CREATE INDEX "process_case_id_idx" ON "process"("case_id");

-- CreateIndex
CREATE INDEX "process_court_kind_ended_idx" ON "process"("court", "kind", "ended");

-- CreateIndex
CREATE INDEX "process_unit_ended_idx" ON "process"("unit", "ended");

-- CreateIndex
CREATE INDEX "process_ended_due_at_idx" ON "process"("ended", "due_at");

-- CreateIndex
CREATE INDEX "message_consumed_at_at_idx" ON "message"("consumed_at", "at");

-- CreateIndex
CREATE INDEX "unit_key_unit_idx" ON "unit_key"("unit");

-- CreateIndex
CREATE INDEX "inbox_delivery_unit_idx" ON "inbox_delivery"("unit");

-- AddForeignKey
ALTER TABLE "paper_signature" ADD CONSTRAINT "paper_signature_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_key" ADD CONSTRAINT "unit_key_unit_fkey" FOREIGN KEY ("unit") REFERENCES "unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The rows that there is exactly one of.
INSERT INTO "court_clock" ("id", "offset_ms") VALUES (1, 0);
INSERT INTO "audit_head" ("id", "seq", "hash") VALUES (1, 0, repeat('0', 64));

-- What a line of the audit chain says, as the text that is hashed.
CREATE FUNCTION audit_text(line "audit_line") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(E'\x1f', line.prev, line.seq, to_char(line.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    line.kind, line.actor, line.role, line.what, coalesce(line.case_id, ''), coalesce(line.purpose, ''),
    coalesce(line.client, ''), coalesce(line.content, ''))
$$;

-- The database numbers and chains the lines; whoever writes one cannot choose its place.
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT seq + 1, hash INTO NEW.seq, NEW.prev FROM "audit_head" WHERE id = 1 FOR UPDATE;
  NEW.at := date_trunc('milliseconds', clock_timestamp());
  NEW.hash := encode(sha256(convert_to(audit_text(NEW), 'UTF8')), 'hex');
  UPDATE "audit_head" SET seq = NEW.seq, hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_line_chain BEFORE INSERT ON "audit_line" FOR EACH ROW EXECUTE FUNCTION audit_chain();

-- What was recorded stays as it was recorded.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The record is only added to: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_stays_whole BEFORE TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER act_stays BEFORE UPDATE OR DELETE ON "act" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER act_stays_whole BEFORE TRUNCATE ON "act" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_line_stays BEFORE UPDATE OR DELETE ON "audit_line" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_line_stays_whole BEFORE TRUNCATE ON "audit_line" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER paper_signature_stays BEFORE UPDATE OR DELETE ON "paper_signature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reply_stays BEFORE UPDATE OR DELETE ON "reply" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An issued paper keeps its number and its words.
CREATE FUNCTION issued_paper_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.number IS NOT NULL THEN
    RAISE EXCEPTION 'Paper % is issued and is not changed', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER paper_stays BEFORE UPDATE OR DELETE ON "paper" FOR EACH ROW EXECUTE FUNCTION issued_paper_stays();

-- The clock of a court is only put forward.
CREATE FUNCTION clock_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.offset_ms < OLD.offset_ms THEN
    RAISE EXCEPTION 'The court clock is not put back' USING ERRCODE = 'restrict_violation';
  END IF;
  PERFORM pg_notify('court_clock', NEW.offset_ms::text);
  RETURN NEW;
END $$;

CREATE TRIGGER court_clock_forward BEFORE UPDATE ON "court_clock" FOR EACH ROW EXECUTE FUNCTION clock_goes_forward();
