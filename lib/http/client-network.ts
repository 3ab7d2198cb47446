import { isIPv6 } from 'node:net'

/** An IPv6 address in its eight parts. */
function ipv6Groups(address: string): string[] {
  const [before = [], after = []] = address
    .split('::')
    .map((half) => half.split(':').filter(Boolean))
  const zeroGroups = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeroGroups, ...after]
}

/** The address as limits count it. IPv6 addresses count by their /64 network, which one household holds as a whole. */
export const networkOf = (address: string): string =>
  isIPv6(address) ? ipv6Groups(address).slice(0, 4).join(':') : address
