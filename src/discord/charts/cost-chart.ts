import { GlobalFonts, createCanvas } from '@napi-rs/canvas';
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, type ChartItem } from 'chart.js';
import type { Costs } from '../../modules/finops';

const WIDTH = 600;
const HEIGHT = 320;
/** Pictures are looked at on screens with two pixels a point. */
const SCALE = 2;
const BACKGROUND = '#2b2d31';
const INK = '#b5bac1';
const GRID = '#3f4147';
/** Told apart by most eyes, also where colours are not; the last one is for all the rest. */
const COLORS = ['#5865f2', '#57f287', '#fee75c', '#eb459e', '#3ba9ee', '#f0883e'];
const REST = '#80848e';
const FONT = 'DejaVu Sans';

Chart.defaults.font.family = FONT;
Chart.defaults.font.size = 13;
Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale);
// The same letters on every machine, and some where a machine has none.
for (const file of ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf']) GlobalFonts.registerFromPath(require.resolve(`dejavu-fonts-ttf/ttf/${file}`), FONT);

/** What ran on each of the last days, as a PNG: bars of the dearest groups on top of each other. `nameOf`: a group in words. */
export function costChart({ days, course, groups }: Pick<Costs, 'days' | 'course' | 'groups'>, nameOf: (key: string) => string): Buffer {
  const canvas = createCanvas(WIDTH, HEIGHT);
  const chart = new Chart(canvas as ChartItem, {
    type: 'bar',
    data: { labels: days.map(shortDay), datasets: datasets({ days, course, groups }, nameOf) },
    options: {
      responsive: false, animation: false, devicePixelRatio: SCALE, color: INK,
      layout: { padding: 14 },
      scales: {
        x: { stacked: true, grid: { display: false }, ticks: { color: INK, maxRotation: 0, autoSkip: true, maxTicksLimit: 11 } },
        y: { stacked: true, beginAtZero: true, border: { display: false }, grid: { color: GRID }, ticks: { color: INK, maxTicksLimit: 6, callback: (usd) => dollars(Number(usd)) } },
      },
      plugins: { legend: { position: 'bottom', labels: { color: INK, boxWidth: 12, boxHeight: 12, padding: 14 } } },
    },
  });
  // A chart is drawn on nothing.
  const picture = createCanvas(canvas.width, canvas.height);
  const pen = picture.getContext('2d');
  pen.fillStyle = BACKGROUND;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(canvas, 0, 0);
  chart.destroy();
  return picture.toBuffer('image/png');
}

interface Bars {
  readonly label: string;
  readonly data: number[];
  readonly backgroundColor: string;
  readonly borderRadius: number;
  readonly maxBarThickness: number;
}

function datasets({ days, course }: Pick<Costs, 'days' | 'course' | 'groups'>, nameOf: (key: string) => string): Bars[] {
  const totals = new Map<string, number>();
  for (const { key, usd } of course) totals.set(key, (totals.get(key) ?? 0) + usd);
  // What costs nothing has no bar.
  const dearest = [...totals].filter(([, usd]) => usd > 0).toSorted(([, a], [, b]) => b - a).map(([key]) => key);
  const [shown, rest] = [dearest.slice(0, COLORS.length), new Set(dearest.slice(COLORS.length))];
  const barsOf = (label: string, color: string, belongs: (key: string) => boolean): Bars => ({
    label, backgroundColor: color, borderRadius: 2, maxBarThickness: 18,
    data: days.map((day) => course.filter((cost) => cost.day === day && belongs(cost.key)).reduce((sum, { usd }) => sum + usd, 0)),
  });
  return [
    ...shown.map((key, index) => barsOf(nameOf(key), COLORS[index] ?? REST, (other) => other === key)),
    ...(rest.size > 0 ? [barsOf(`${rest.size} more`, REST, (key) => rest.has(key))] : []),
  ];
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function shortDay(day: string): string {
  return DAY.format(new Date(day));
}

function dollars(usd: number): string {
  return `$${usd.toLocaleString('en-US', { maximumFractionDigits: usd < 10 ? 2 : 0 })}`;
}
