/** Days, weeks, months and years as the service counts them, and the steps between those that have events. */

import type { Bucket } from "../service/shapes.ts";

/** The first day of the step after the one that begins on a day. Days are ISO dates. */
export function nextStep(start: string, bucket: Bucket): string {
  const day = new Date(`${start}T00:00:00Z`);
  if (bucket === "day") day.setUTCDate(day.getUTCDate() + 1);
  else if (bucket === "week") day.setUTCDate(day.getUTCDate() + 7);
  else if (bucket === "month") day.setUTCMonth(day.getUTCMonth() + 1);
  else day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString().slice(0, 10);
}

/** All steps from the first to the last one, those without events too. */
export function allSteps(first: string, last: string, bucket: Bucket): string[] {
  const steps = [first];
  for (let at = first; at < last; ) {
    at = nextStep(at, bucket);
    steps.push(at);
  }
  return steps;
}

/** A step in words: 2024, March 2024, 5 March 2024, week of 5 March 2024. */
export function inWords(start: string, bucket: Bucket): string {
  if (bucket === "year") return start.slice(0, 4);
  const month = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  const given = bucket === "month" ? month : ({ ...month, day: "numeric" } as const);
  const said = new Intl.DateTimeFormat("en-GB", given).format(new Date(`${start}T00:00:00Z`));
  return bucket === "week" ? `week of ${said}` : said;
}

/** Some days in words, from the first to the one before the last: 2024; March 2024; 2024-03-05 to before 2024-04-01. */
export function stretchInWords(since: string, until: string): string {
  const whole = (["year", "month", "day"] as const).find((bucket) => nextStep(since, bucket) === until);
  return whole ? inWords(since, whole) : `${since} to before ${until}`;
}
