-- When a message was put down, in real time: what was put down a moment ago is being handed over, not forgotten.
ALTER TABLE "message" ADD COLUMN "placed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
