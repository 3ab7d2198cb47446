# Varnish 7 in front of Dainik. Needs the vmods xkey and var (Debian: varnish, varnish-modules).
#
#   varnishd -a :80 -f /etc/varnish/default.vcl -s malloc,1g
#
# For an app on another machine or port, or for several: instances.sh beside this file.
# No parameter has to be changed. A `vsl_mask` as in deploy/systemd/varnish.service.d/dainik.conf makes a kept page a
# twentieth cheaper. The app makes brotli and gzip itself, and both pass through as they are;
# `-p http_gzip_support=off` only spares Varnish from checking each gzip it fetches.
# In the app: CDN_PURGE_URL=http://this-machine:80/ (without it the app sends no Surrogate-Control, and no page is kept).
# For https put hitch (PROXY protocol) or nginx in front; what stands in front must set X-Forwarded-For (see PURGE).
#
# Every answer says in X-Cache where it came from:
#   HIT    a fresh copy             STALE  an old copy; a new one is being fetched, or the app cannot give one
#   MISS   the app, and kept        PASS   the app, untouched (newsroom, API, previews, readers' forms, what the app marked as not for keeping)
#   ERROR  Varnish itself

vcl 4.1;

import std;
import var;
import xkey;

# While no instance is well, readers get old copies at once, however old.
probe alive {
    .url = "/healthz";
    .interval = 1s;
    .timeout = 1s;
    .window = 3;
    .threshold = 2;
    .initial = 2;
}

# --- instances: for several, deploy/varnish/instances.sh writes this part anew -----------------------------------------

backend app {
    .host = "127.0.0.1";
    .port = "3000";
    .connect_timeout = 1s;
    # The newsroom's uploads may take long; readers' pages have their own, shorter time below.
    .first_byte_timeout = 60s;
    .between_bytes_timeout = 10s;
    .probe = alive;
}

# --- end of the instances -----------------------------------------------------------------------------------------------

# Who may make copies stale: the machines the app runs on (instances.sh adds them).
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    # Only this file may set what it reads later.
    unset req.http.X-Dainik-Cache;
    unset req.http.X-Dainik-Encoding;
    unset req.http.X-Dainik-Kept;
    if (req.restarts == 0) {
        unset req.http.X-Dainik-Old;
    }

    if (req.method == "PURGE") {
        call purge_by_tag;
    }

    # Untouched: cookies, queries, conditions, Vary, Set-Cookie.
    if ((req.method != "GET" && req.method != "HEAD")
        || req.http.Authorization
        || req.url ~ "^/(?:newsroom|api|preview|healthz|report)(?:[/?]|$)") {
        return (pass);
    }

    set req.http.X-Dainik-Kept = "yes";
    # A kept page costs Varnish some 15 millionths of a second: what need not be done for it is not.
    if (req.http.Host ~ "[A-Z:]") {
        set req.http.Host = regsub(std.tolower(req.http.Host), ":\d+$", "");
    }
    unset req.http.Cookie;
    call one_wish;
    call how_old;
    if (req.url ~ "\?") {
        call one_address;
        if (req.url ~ "\?" && req.url !~ "^/(?:_next|_reader|media)/" && req.url !~ "(?i)^/search/?\?") {
            if (!req.http.X-Dainik-Old) {
                # The app alone knows the old site's addresses; to it any other query is none, and it answers from
                # memory. A copy for each would be one for every query that anyone makes up.
                return (pass);
            }
            set req.url = regsub(req.url, "\?.*$", "");
        }
    }
    return (hash);
}

# How old a copy may be that is handed out while a new one is fetched. Lists are to be new within ten seconds: the server
# hands old ones out for four (server/invalidation/tag-versions.ts), and so do we; who comes later waits for the new one. While that cannot
# be had, any copy will do: X-Dainik-Old says "rather" while the app seems to fail, and "only" to who has tried.
sub how_old {
    if (!req.http.X-Dainik-Old) {
        call in_failure;
    }
    if (req.http.X-Dainik-Old) {
        set req.grace = 24h;
    } else {
        set req.grace = 4s;
    }
}

sub in_failure {
    if (!std.healthy(req.backend_hint) || std.time(var.global_get("failed"), now - 1h) > now - 2s) {
        set req.http.X-Dainik-Old = "rather";
    }
}

# PURGE, from the purgers only: the keys in `xkey-softpurge` go stale and still stand in while a new copy is fetched,
# those in `xkey-purge` are gone. Both lists are separated by blanks. Answers 200 with the numbers of copies.
sub purge_by_tag {
    # Behind nginx or hitch every reader would come from 127.0.0.1. Varnish has just added the address of whoever speaks to
    # it, so anything beside that one address in X-Forwarded-For means that the request was handed on for someone else.
    set req.http.X-Dainik-Peer = client.ip;
    if (client.ip !~ purgers || req.http.X-Forwarded-For != req.http.X-Dainik-Peer) {
        return (synth(403, "Not from this address"));
    }
    if (!req.http.xkey-purge && !req.http.xkey-softpurge) {
        return (synth(400, "No keys"));
    }
    set req.http.X-Dainik-Gone = "0";
    set req.http.X-Dainik-Stale = "0";
    if (req.http.xkey-purge) {
        set req.http.X-Dainik-Gone = xkey.purge(req.http.xkey-purge);
    }
    if (req.http.xkey-softpurge) {
        set req.http.X-Dainik-Stale = xkey.softpurge(req.http.xkey-softpurge);
    }
    return (synth(200, "Purged"));
}

# One copy for all ways of writing an address.
sub one_address {
    if (req.url ~ "^/(?:_next|_reader|media)/") {
        # Files may take a query; what trackers add is not theirs.
        call without_trackers;
    } else if (req.url ~ "(?i)^/search/?\?") {
        # The words and the page, in this order; of names given twice the app takes the first.
        if (req.url ~ "[?&]q=[^&]") {
            set req.http.X-Dainik-Query = "?q=" + regsub(req.url, "^[^?]*\?(?:.*?&)??q=([^&]*).*$", "\1");
            if (req.url ~ "[?&]page=\d") {
                set req.http.X-Dainik-Query = req.http.X-Dainik-Query + "&page="
                    + regsub(req.url, "^[^?]*\?(?:.*?&)??page=([^&]*).*$", "\1");
            }
        } else {
            set req.http.X-Dainik-Query = "";
        }
        set req.url = regsub(req.url, "\?.*$", "") + req.http.X-Dainik-Query;
        unset req.http.X-Dainik-Query;
    } else {
        call without_trackers;
        # Stories, pages of lists and texts for programs take none. Elsewhere what is left may be the address that
        # something had at the paper's old site: see vcl_recv.
        if (req.url ~ "^/[a-z0-9-]+/\d+\?|/page/\d+\?|\.(?:xml|txt|json)\?|^.{2001}") {
            set req.url = regsub(req.url, "\?.*$", "");
        }
    }
}

sub without_trackers {
    if (req.url ~ "\?") {
        set req.url = regsuball(req.url,
            "(?i)(?<=[?&])(?:utm_[^=&]*|mtm_[^=&]*|pk_[^=&]*|fbclid|gclid|gbraid|wbraid|gad_source|dclid|msclkid|twclid|ttclid|yclid|igshid|igsh|mc_[ce]id|_ga|_gl|ref_src|_hs[^=&]*)(?:=[^&]*)?(?:&|$)",
            "");
        set req.url = regsub(req.url, "[?&]+$", "");
    }
}

# One copy for all readers who wish the same: of what programs send, only two things may change a page.
sub one_wish {
    # As the server chooses (server/http/response.ts): brotli before gzip; the asterisk speaks for a gzip that is not named.
    # Varnish's own gzip handling rewrites Accept-Encoding after this, so the choice is kept aside (see vcl_hash).
    set req.http.X-Dainik-Encoding = "identity";
    if (req.http.Accept-Encoding == "gzip, deflate, br, zstd" || req.http.Accept-Encoding == "gzip, deflate, br") {
        # What browsers send needs no closer look.
        set req.http.X-Dainik-Encoding = "br";
    } else if (req.http.Accept-Encoding == "gzip" || req.http.Accept-Encoding == "gzip, deflate") {
        set req.http.X-Dainik-Encoding = "gzip";
    } else if (req.http.Accept-Encoding ~ "(?i)(?:^|,)\s*br\s*(?:,|$|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))") {
        set req.http.X-Dainik-Encoding = "br";
    } else if (req.http.Accept-Encoding ~ "(?i)(?:^|,)\s*gzip\s*(?:,|$|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))") {
        set req.http.X-Dainik-Encoding = "gzip";
    } else if (req.http.Accept-Encoding ~ "(?:^|,)\s*\*\s*(?:,|$|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))"
        && req.http.Accept-Encoding !~ "(?i)(?:^|,)\s*gzip") {
        set req.http.X-Dainik-Encoding = "gzip";
    }
    if (req.url ~ "^/media/") {
        # Pictures are not compressed again; one copy does.
        set req.http.X-Dainik-Encoding = "identity";
    }

    if (req.http.Save-Data) {
        if (req.http.Save-Data ~ "(?i)^\s*on\b") {
            set req.http.Save-Data = "on";
        } else {
            unset req.http.Save-Data;
        }
    }
}

sub vcl_hash {
    if (req.http.X-Dainik-Kept) {
        # Not by Vary: with its own gzip handling on (as it is by default) Varnish takes all encodings for one.
        hash_data(req.http.X-Dainik-Encoding);
        if (req.http.X-Dainik-Encoding == "identity") {
            unset req.http.Accept-Encoding;
        } else if (req.http.Accept-Encoding != req.http.X-Dainik-Encoding) {
            set req.http.Accept-Encoding = req.http.X-Dainik-Encoding;
        }
    }
}

sub vcl_hit {
    if (obj.ttl > 0s) {
        set req.http.X-Dainik-Cache = "HIT";
    } else {
        # Within its grace: handed out at once, while Varnish fetches a new one behind the reader's back.
        set req.http.X-Dainik-Cache = "STALE";
    }
}

sub vcl_miss {
    if (req.http.X-Dainik-Old == "only") {
        # Nothing is left that may be shown.
        return (synth(503, "Unavailable"));
    }
    if (req.http.X-Dainik-Kept && !req.http.X-Dainik-Old) {
        # Who has waited for another's fetch, which failed, does not try in turn.
        call in_failure;
        if (req.http.X-Dainik-Old) {
            return (restart);
        }
    }
    set req.http.X-Dainik-Cache = "MISS";
}

sub vcl_pass {
    set req.http.X-Dainik-Cache = "PASS";
}

sub vcl_backend_fetch {
    if (bereq.http.X-Dainik-Kept) {
        # With these Next would answer something other than the page, and everyone after would get it.
        unset bereq.http.RSC;
        unset bereq.http.Next-Router-State-Tree;
        unset bereq.http.Next-Router-Prefetch;
        unset bereq.http.Next-Router-Segment-Prefetch;
        unset bereq.http.Next-Url;
        unset bereq.http.Next-Action;
        unset bereq.http.X-Nextjs-Data;
        unset bereq.http.X-Middleware-Subrequest;
        unset bereq.http.X-Forwarded-Host;
        unset bereq.http.X-HTTP-Method-Override;
    }
    if (bereq.http.X-Dainik-Encoding == "identity") {
        unset bereq.http.Accept-Encoding;
    } else if (bereq.http.X-Dainik-Encoding) {
        set bereq.http.Accept-Encoding = bereq.http.X-Dainik-Encoding;
    }
    unset bereq.http.X-Dainik-Encoding;
    unset bereq.http.X-Dainik-Kept;
    unset bereq.http.X-Dainik-Cache;
    unset bereq.http.X-Dainik-Old;
    if (bereq.uncacheable) {
        return (fetch);
    }
    # No reader waits for longer than 5 s in all, the second try included. The app goes on making the page meanwhile.
    # A fetch behind a reader's back has the same limits: after a purge, readers may come to wait for it.
    set bereq.first_byte_timeout = 3s;
    if (bereq.retries > 0 || (bereq.http.If-None-Match && !bereq.is_bgfetch)) {
        # Where there is an old copy (Varnish asks whether it changed), waiting long for the new one is not worth it.
        set bereq.first_byte_timeout = 1s;
    }
    set bereq.between_bytes_timeout = 5s;
}

sub vcl_backend_response {
    if (bereq.uncacheable) {
        # Passed: as the app said it.
        return (deliver);
    }

    if (beresp.status >= 500) {
        if (bereq.is_bgfetch) {
            # The old copy stays; the next reader's visit tries again.
            return (abandon);
        }
        call rather_the_old_one;
        # Nothing is kept. For a second the same answer does for all, so that a page that cannot be made is not
        # asked for by every reader in turn.
        unset beresp.http.Set-Cookie;
        set beresp.ttl = 1s;
        set beresp.grace = 0s;
        set beresp.keep = 0s;
        return (deliver);
    }

    unset beresp.http.Set-Cookie;
    call narrow_vary;

    if (beresp.http.Surrogate-Control ~ "(?i)no-store" || beresp.http.Vary == "*") {
        call not_kept;
        return (deliver);
    }

    if (beresp.http.Surrogate-Control ~ "(?i)max-age=\d") {
        # A document of the server. Its tags stand in `xkey`, which the vmod reads when the copy is kept.
        set beresp.ttl = std.duration(
            regsub(beresp.http.Surrogate-Control, "(?i)^.*?max-age=(\d+).*$", "\1") + "s", 0s);
        if (beresp.ttl <= 0s) {
            # Varnish never finds a copy without any life, not even within its grace.
            set beresp.ttl = 1ms;
        }
        # A page that was served in the last day is served while the app is slow, sick or dead. The app says 0 for a
        # document that must not be shown after its hour.
        set beresp.grace = 24h;
        if (beresp.http.Surrogate-Control ~ "(?i)stale-if-error=\d") {
            set beresp.grace = std.duration(
                regsub(beresp.http.Surrogate-Control, "(?i)^.*?stale-if-error=(\d+).*$", "\1") + "s", 0s);
        }
        # Beyond its grace it only serves to ask the app whether anything changed.
        set beresp.keep = 1h;
        # Whole or not at all: a page that breaks off when the app dies in the middle must not reach a reader.
        set beresp.do_stream = false;
        return (deliver);
    }

    # Files and whatever else Next answers: as long as Cache-Control says, and not by guesswork when it says nothing.
    if (beresp.ttl <= 0s
        || beresp.http.Cache-Control ~ "(?i)(?:private|no-store|no-cache)"
        || (!beresp.http.Cache-Control && !beresp.http.Expires)) {
        call not_kept;
        return (deliver);
    }
    set beresp.grace = 24h;
    set beresp.keep = 1h;
    return (deliver);
}

# A bad answer must not take the place of an old copy (that there is one shows in that Varnish asks whether it changed):
# whoever waits gets the old one (see vcl_synth).
sub rather_the_old_one {
    if (bereq.http.If-None-Match && !bereq.uncacheable) {
        var.global_set("failed", now);
        return (abandon);
    }
}

# Remembered for two minutes, so that readers of such an address do not queue behind one another.
sub not_kept {
    set beresp.uncacheable = true;
    set beresp.ttl = 120s;
}

# Next names five headers of its router; readers' programs never send them, and one copy would become many.
sub narrow_vary {
    if (beresp.http.Vary == "*") {
        return;
    }
    set beresp.http.X-Dainik-Vary = "";
    if (beresp.http.Vary ~ "(?i)(?:^|[,\s])accept-encoding(?:[,\s]|$)" || beresp.http.Content-Encoding) {
        set beresp.http.X-Dainik-Vary = "Accept-Encoding";
    }
    if (beresp.http.Vary ~ "(?i)(?:^|[,\s])save-data(?:[,\s]|$)") {
        set beresp.http.X-Dainik-Vary = regsub(beresp.http.X-Dainik-Vary, "(.)$", "\1, ") + "Save-Data";
    }
    if (beresp.http.X-Dainik-Vary == "") {
        unset beresp.http.Vary;
    } else {
        set beresp.http.Vary = beresp.http.X-Dainik-Vary;
    }
    unset beresp.http.X-Dainik-Vary;
}

# What a reader sees when nothing is kept and the app does not answer.
sub unavailable_page {
    synthetic({"<!doctype html><html lang="bn"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>এখন দেখানো যাচ্ছে না</title><body style="font:1.1rem/1.8 sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem"><h1 style="font-size:1.4rem">পাতাটি এখন দেখানো যাচ্ছে না</h1><p>কিছুক্ষণ পর আবার চেষ্টা করুন।</p><p><a href="/">প্রথম পাতা</a></p></html>"});
}

sub vcl_backend_error {
    if (bereq.is_bgfetch) {
        return (abandon);
    }
    # Another instance may be alive. What was passed may have changed something and is not sent twice.
    if (bereq.retries == 0 && !bereq.uncacheable) {
        return (retry);
    }
    call rather_the_old_one;
    set beresp.http.X-Dainik-Error = "1";
    set beresp.http.Content-Type = "text/html; charset=utf-8";
    set beresp.http.Cache-Control = "no-store";
    set beresp.http.Retry-After = "30";
    call unavailable_page;
    # Those who wait for the same page get this answer too, instead of waiting in turn.
    set beresp.ttl = 1s;
    set beresp.grace = 0s;
    set beresp.keep = 0s;
    return (deliver);
}

sub vcl_deliver {
    set resp.http.X-Cache = req.http.X-Dainik-Cache;
    if (resp.http.X-Dainik-Error) {
        set resp.http.X-Cache = "ERROR";
        unset resp.http.X-Dainik-Error;
    }
    # Between the app and Varnish only.
    unset resp.http.xkey;
    unset resp.http.Surrogate-Control;
    unset resp.http.X-Varnish;
    unset resp.http.Via;
}

sub vcl_synth {
    if (resp.status >= 500 && req.http.X-Dainik-Kept && req.http.X-Dainik-Old != "only") {
        set req.http.X-Dainik-Old = "only";
        return (restart);
    }
    set resp.http.X-Cache = "ERROR";
    set resp.http.Cache-Control = "no-store";
    unset resp.http.X-Varnish;
    if (req.method == "PURGE") {
        unset resp.http.X-Cache;
        set resp.http.Content-Type = "text/plain";
        if (resp.status == 200) {
            synthetic("purged " + req.http.X-Dainik-Gone + ", softened " + req.http.X-Dainik-Stale);
        } else {
            synthetic(resp.reason);
        }
        return (deliver);
    }
    set resp.http.Content-Type = "text/html; charset=utf-8";
    if (resp.status >= 500) {
        # A page that broke off on its way from the app.
        set resp.http.Retry-After = "30";
        call unavailable_page;
    } else {
        synthetic({"<!doctype html><html lang="bn"><meta charset="utf-8"><title>অনুরোধটি বোঝা যায়নি</title><p>অনুরোধটি বোঝা যায়নি।</p></html>"});
    }
    return (deliver);
}
