const SYSTEMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' };
const PROCESSORS: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'arm', ia32: '386' };

/** A platform as Terraform names the folders of a mirror: `linux_amd64`. Throws where providers cannot be shell scripts. */
export function terraformPlatform(system: string, processor: string): string {
  const os = SYSTEMS[system];
  const cpu = PROCESSORS[processor];
  if (os !== undefined && cpu !== undefined) return `${os}_${cpu}`;
  throw new Error(
    `The simulated cloud does not run on ${system} (${processor}): it needs Linux or macOS. On Windows, run Cloud Engine in WSL 2, or set DISCORD_TOKEN to use real clouds.`,
  );
}
