#!/bin/sh
# Writes the configuration of a Varnish in front of one or more instances of the app, given as HOST:PORT. Each page has
# its own instance, and all instances may make copies stale.
#
#   instances.sh 10.0.0.11:3000 10.0.0.12:3000 > /etc/varnish/dainik.vcl
#
# HOST is an address or a name that stands for one address; Varnish looks it up once, when it starts or reloads.
set -eu

refuse() {
    echo "instances.sh: $1" >&2
    exit 2
}

[ $# -gt 0 ] || refuse "which instances? HOST:PORT …"
for instance in "$@"; do
    printf '%s\n' "$instance" | grep -Eqx '([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5}' ||
        refuse "$instance is not HOST:PORT"
done

exec awk -v instances="$*" '
function host(instance) { sub(/:[0-9]+$/, "", instance); gsub(/[][]/, "", instance); return instance }
function port(instance) { sub(/.*:/, "", instance); return instance }

BEGIN { count = split(instances, all, " ") }

/^# --- instances/ {
    print
    print "import directors;\n"
    isLeftOut = 1
    next
}
/^# --- end of the instances/ {
    for (at = 1; at <= count; at++) {
        print "backend app_" at " {"
        print "    .host = \"" host(all[at]) "\";"
        print "    .port = \"" port(all[at]) "\";"
        printf "%s", settings
        print "}"
    }
    print "\n# Each page has its own instance, which then has it in memory; when that one is sick, or has just failed, the next."
    print "sub vcl_init {\n    new apps = directors.shard();"
    for (at = 1; at <= count; at++) print "    apps.add_backend(app_" at ");"
    print "    apps.reconfigure();\n}"
    print "sub vcl_recv {\n    set req.backend_hint = apps.backend(resolve=LAZY);\n}"
    print "sub vcl_backend_fetch {\n    set bereq.backend = apps.backend(by=URL, alt=bereq.retries);\n}"
    if (count > 1) {
        print "\n# While a new build is rolled out, a file of it may be at another instance only."
        print "sub vcl_backend_response {"
        print "    if (beresp.status == 404 && bereq.url ~ \"^/_(?:next/static|reader)/\" && bereq.retries < " count - 1 ") {"
        print "        return (retry);\n    }\n}"
    }
    isLeftOut = 0
}
# What every backend is set to stands in the one that is replaced.
isLeftOut { if (/^ / && !/\.(host|port) =/) settings = settings $0 "\n"; next }
{ print }
/^    "::1";/ {
    for (at = 1; at <= count; at++) {
        if (host(all[at]) ~ /^(127\.0\.0\.1|::1|localhost)$/ || isPurger[host(all[at])]++) continue
        print "    \"" host(all[at]) "\";"
    }
}
' "$(dirname "$0")/default.vcl"
