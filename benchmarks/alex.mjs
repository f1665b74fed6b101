// What the language checker alex finds in a text, and the median milliseconds that it takes once it is warm.
import { text as check } from "alex";
import { readFileSync } from "node:fs";

const { text, words, rounds } = JSON.parse(readFileSync(0, "utf-8"));
const times = [];
for (let round = 0; round < rounds; round++) {
  const began = process.hrtime.bigint();
  check(text);
  times.push(Number(process.hrtime.bigint() - began) / 1e6);
}
times.sort((one, other) => one - other);
const finds = (word) => check(`The ${word} came.`).messages.map((each) => each.actual.toLowerCase());
const known = words.filter((word) => finds(word).includes(word));
const found = known.flatMap(finds).filter((each) => known.includes(each));
console.log(JSON.stringify({ milliseconds: times[Math.floor(times.length / 2)], known, found }));
