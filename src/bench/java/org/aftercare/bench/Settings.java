package org.aftercare.bench;

import java.util.List;

/**
 * How much is measured; system properties {@code bench.*}.
 *
 * @param claims claims per contestant and round
 * @param rounds measured rounds; the contestants take turns within each
 * @param warmUp claims per contestant before the first measured round
 * @param clients claims that are posted at the same time
 * @param heap the contestants' heap, a JVM option
 * @param overHttp whether contestant b takes part
 * @param affected customers whom the outage of {@link OutageBenchmark} affects
 * @param instances finished process instances of {@link HistoryBenchmark}
 * @param steps steps that each of them went through
 * @param reads how often each page is read
 * @param profile whether the contestants record what they spend their CPU time on, which costs some
 */
record Settings(
    int claims,
    int rounds,
    int warmUp,
    int clients,
    String heap,
    boolean overHttp,
    int affected,
    int instances,
    int steps,
    int reads,
    boolean profile) {

  static Settings ofSystemProperties() {
    return new Settings(
        number("bench.claims", 200),
        number("bench.rounds", 3),
        number("bench.warm-up", 200),
        number("bench.clients", 16),
        System.getProperty("bench.heap", "-Xmx512m"),
        Boolean.parseBoolean(System.getProperty("bench.over-http", "true")),
        number("bench.affected", 50_000),
        number("bench.instances", 1_000_000),
        number("bench.steps", 12),
        number("bench.reads", 200),
        Boolean.getBoolean("bench.profile"));
  }

  private static int number(String property, int otherwise) {
    int number = Integer.getInteger(property, otherwise);
    if (number < 1) {
      throw new IllegalArgumentException(property + " is below 1");
    }
    return number;
  }

  /** The options of a contestant's JVM. */
  List<String> options(String name) {
    String served = "-Dbench.affected=" + affected;
    return profile
        ? List.of(
            heap,
            served,
            "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                + Profile.file(name))
        : List.of(heap, served);
  }

  /** All claims of one contestant. */
  int all() {
    return warmUp + claims * rounds;
  }
}
