-- There is one command for an edit without a notice to readers.
UPDATE "OutboxEvent" SET "command" = 'editStory' WHERE "command" IN ('commitCopy', 'publishSilentEdit');
UPDATE "PendingNotification" SET "command" = 'editStory' WHERE "command" IN ('commitCopy', 'publishSilentEdit');

-- The audit trail is only appended: its trigger is off for this statement alone, in this transaction.
ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append";
UPDATE "AuditEntry" SET "command" = 'editStory' WHERE "command" IN ('commitCopy', 'publishSilentEdit');
ALTER TABLE "AuditEntry" ENABLE TRIGGER "AuditEntry_append";
