-- Redirects are found whatever invisible joiners (U+200C, U+200D) an address is asked for with: keyboards and messengers
-- change them, and some drop them. lib/paper/queries.ts compares by this expression.
CREATE INDEX "Redirect_fromPath_joinerless_idx" ON "Redirect"
  ((replace(replace("fromPath", '%E2%80%8C', ''), '%E2%80%8D', '')));
