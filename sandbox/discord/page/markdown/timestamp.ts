/** Discord's timestamp styles: short and long time, short and long date, date with time, with weekday, relative. */
export type TimestampStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R';

const styles: Record<Exclude<TimestampStyle, 'R'>, Intl.DateTimeFormatOptions> = {
  t: { hour: 'numeric', minute: '2-digit' },
  T: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
  d: { day: '2-digit', month: '2-digit', year: 'numeric' },
  D: { day: 'numeric', month: 'long', year: 'numeric' },
  f: { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
  F: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit' },
};

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

export interface TimeLocale {
  locale?: string;
  timeZone?: string;
}

export function formatTimestamp(unixSeconds: number, style: string | undefined, nowMs: number, { locale, timeZone }: TimeLocale = {}): string {
  if (!Number.isFinite(unixSeconds) || Math.abs(unixSeconds) > 8.64e12) return 'Invalid date';
  if (style === 'R') return relative(unixSeconds - Math.round(nowMs / 1000), locale);
  const options = styles[isStyle(style) ? style : 'f'];
  return new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) }).format(unixSeconds * 1000);
}

function isStyle(style: string | undefined): style is keyof typeof styles {
  return style !== undefined && style in styles;
}

function relative(seconds: number, locale?: string): string {
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const);
  return new Intl.RelativeTimeFormat(locale ?? 'en').format(Math.round(seconds / size), unit);
}

/** As above a message: the time alone today, else with the day. */
export function messageTime(timestamp: string, nowMs: number, { locale, timeZone }: TimeLocale = {}): string {
  const zone = timeZone ? { timeZone } : {};
  const at = new Date(timestamp);
  const time = new Intl.DateTimeFormat(locale, { ...styles.t, ...zone }).format(at);
  const day = new Intl.DateTimeFormat(locale, { ...styles.d, ...zone });
  if (day.format(at) === day.format(nowMs)) return time;
  if (day.format(at) === day.format(nowMs - 86_400_000)) return `Yesterday at ${time}`;
  return `${day.format(at)} ${time}`;
}
