package org.aftercare.bench;

/**
 * How much is measured; system properties {@code bench.*}.
 *
 * @param claims claims per contestant and round
 * @param rounds measured rounds; the contestants take turns within each
 * @param warmUp claims per contestant before the first measured round
 * @param clients claims that are posted at the same time
 * @param heap the contestants' heap, a JVM option
 */
record Settings(int claims, int rounds, int warmUp, int clients, String heap) {

  static Settings ofSystemProperties() {
    return new Settings(
        number("bench.claims", 200),
        number("bench.rounds", 3),
        number("bench.warm-up", 200),
        number("bench.clients", 16),
        System.getProperty("bench.heap", "-Xmx512m"));
  }

  private static int number(String property, int otherwise) {
    int number = Integer.getInteger(property, otherwise);
    if (number < 1) {
      throw new IllegalArgumentException(property + " is below 1");
    }
    return number;
  }

  /** All claims of one contestant. */
  int all() {
    return warmUp + claims * rounds;
  }
}
