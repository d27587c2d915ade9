/** The seed of random tests: LAW_SEED to replay a failure, else a new one that the test's name prints. */
export function seedOf(): number {
  const given = process.env.LAW_SEED
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given)
}
