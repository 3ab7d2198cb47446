import type { IncomingMessage } from 'node:http'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** The IPv4 address of an IPv4-mapped IPv6 address. */
const withoutMappedPrefix = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Parses the trusted proxies: addresses and networks (10.0.0.0/8). */
export function parseTrustedProxies(list: string[]): BlockList {
  const proxies = new BlockList()
  for (const each of list) {
    const [address = '', bits] = each.split('/')
    if (bits === undefined) proxies.addAddress(address, familyOf(address))
    else proxies.addSubnet(address, Number(bits), familyOf(address))
  }
  return proxies
}

/**
 * The client's address. X-Forwarded-For is trusted from its end, as far as its entries were written by our
 * own proxies: a client can forge the rest.
 */
export function clientAddress(req: IncomingMessage, proxies: BlockList): string {
  const peer = withoutMappedPrefix(req.socket.remoteAddress ?? '')
  const forwarded = String(req.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map(withoutMappedPrefix)
    .filter((address) => isIP(address) > 0)
  const isOurs = (address: string) => proxies.check(address, familyOf(address))
  const hops = [...forwarded, peer]
  return hops.findLast((address, index) => index === 0 || !isOurs(address)) ?? peer
}
