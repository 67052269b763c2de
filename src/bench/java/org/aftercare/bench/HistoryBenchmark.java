package org.aftercare.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** What each page of operations costs when a million process instances have ended. */
public final class HistoryBenchmark {

  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final int WARM_UP = 10;
  private static final int LIMIT_MILLIS = 300;

  private final Settings settings;
  private final PrintStream out;
  private final ObjectMapper json = new ObjectMapper();

  private HistoryBenchmark(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    new HistoryBenchmark(Settings.ofSystemProperties(), System.out).run();
    // The HTTP client's threads would keep this program alive for a while.
    System.exit(0);
  }

  private void run() throws Exception {
    try (Database database = new Database();
        Product product = Product.inMemory(settings, database, new Ports(1).next())) {
      product.awaitStart();
      try (Connection connection =
          DriverManager.getConnection(product.databaseUrl(), Database.USER, Database.USER)) {
        Instant begun = Instant.now();
        GrownHistory history = new GrownHistory(connection, settings.instances(), settings.steps());
        history.make();
        line("made in %d s: %s", seconds(begun), history.size());
        awaitStepTimes(connection);
        for (int round = 1; round <= settings.rounds(); round++) {
          line("round %d, load average %s", round, load());
          measure(product, database, connection);
        }
        line("load average after it: %s", load());
      }
    }
  }

  /** The history of the year is summed up at the product's next turn, every five minutes. */
  private void awaitStepTimes(Connection connection) throws Exception {
    Instant begun = null;
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      long days = number(connection, "select count(distinct done_on) from step_time");
      if (begun == null && days > 0) {
        begun = Instant.now();
      }
      if (number(
              connection,
              "select count(*) from step_time_reach where reached > now() - interval '15 minutes'")
          > 0) {
        line("a year without roll-up caught up with in %d s", begun == null ? 0 : seconds(begun));
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IllegalStateException("The steps' times were not summed up.");
  }

  private void measure(Product product, Database database, Connection connection) throws Exception {
    String definition =
        text(connection, "select id_ from act_re_procdef where key_ = 'warranty-claim'");
    String rareEnd =
        text(
            connection,
            """
            select end_act_id_ from act_hi_procinst
            where proc_def_key_ = 'warranty-claim' and end_act_id_ is not null
            group by end_act_id_ order by count(*) fetch first 1 row only""");
    JsonNode groups = json.readTree(product.operations("incident-groups"));
    String group = groups.path(0).path("groupId").asText();
    Instant halfYearAgo = Instant.now().minus(180, ChronoUnit.DAYS);
    String finished = "finished-instances?definition=" + definition;
    Map<String, IntFunction<String>> reads = new LinkedHashMap<>();
    reads.put("what waits", n -> "backlog");
    reads.put("failing steps, first page", n -> "failing-steps");
    reads.put("failing steps, a later page", n -> "failing-steps?page=" + (n % 90));
    reads.put("incidents by cause", n -> "incident-groups");
    reads.put("incidents of a cause", n -> "incidents?group=" + group + "&page=" + n % 5);
    reads.put("what was retried", n -> "retries");
    reads.put("dead letters", n -> "dead-letters?page=" + n % 40);
    reads.put("undelivered notices", n -> "undelivered-notices?page=" + n % 20);
    reads.put("a case", n -> "cases/" + caseNumber(n));
    reads.put("finished instances, latest", n -> finished);
    reads.put("finished instances, all versions", n -> finished + "&allVersions=true");
    reads.put(
        "finished instances, a page of half a year ago",
        n -> finished + "&after=" + halfYearAgo.minusSeconds(n * 3_600L).toEpochMilli() + "_z");
    reads.put("finished instances of a rare end", n -> finished + "&end=" + rareEnd);
    reads.put(
        "finished instances that were cancelled", n -> finished + "&end=EXTERNALLY_TERMINATED");
    reads.put("finished instances, no such end", n -> finished + "&end=Nowhere" + n);
    reads.put(
        "finished instances of a day",
        n ->
            finished
                + "&from="
                + halfYearAgo.plus(n, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS)
                + "&until="
                + halfYearAgo.plus(n + 1L, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS));
    reads.put("finished instances of a case", n -> finished + "&caseNumber=" + caseNumber(n));
    reads.put("the path of an instance", n -> "instances/" + instance(n) + "/path");
    reads.put("heat map, 30 days", n -> "step-times?definition=" + definition + "&days=30");
    reads.put("heat map, all", n -> "step-times?definition=" + definition);
    line("| read | p50 ms | p95 ms | longest ms | CPU ms itself | PostgreSQL's |");
    line("|---|---|---|---|---|---|");
    boolean quick = true;
    for (Map.Entry<String, IntFunction<String>> read : reads.entrySet()) {
      quick &= measure(product, database, read.getKey(), read.getValue());
    }
    line("%s", quick ? "All stay under 300 ms at p95." : "NOT all stay under 300 ms at p95.");
  }

  private boolean measure(Product product, Database database, String name, IntFunction<String> path)
      throws Exception {
    for (int n = 0; n < WARM_UP; n++) {
      product.operations(path.apply(settings.reads() + n));
    }
    Duration cpu = product.cpu();
    Duration postgres = database.cpu();
    long[] nanos = new long[settings.reads()];
    for (int n = 0; n < nanos.length; n++) {
      String address = path.apply(n);
      long begun = System.nanoTime();
      product.operations(address);
      nanos[n] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    double p95 = nanos[(int) (nanos.length * 0.95)] / 1e6;
    line(
        "| %s | %.0f | %.0f | %.0f | %.1f | %.1f |",
        name,
        nanos[nanos.length / 2] / 1e6,
        p95,
        nanos[nanos.length - 1] / 1e6,
        product.cpu().minus(cpu).toMillis() / (double) nanos.length,
        database.cpu().minus(postgres).toMillis() / (double) nanos.length);
    return p95 < LIMIT_MILLIS;
  }

  private String instance(int n) {
    return String.format("%08x-e684-11f1-a69f-02fc00000001", some(n));
  }

  private String caseNumber(int n) {
    return String.format("W-%08x", some(n) / 3);
  }

  /** Spread over the whole history, so that not all of it is in memory by chance. */
  private int some(int n) {
    return 3 + (int) (n * 7_919L * 131 % settings.instances());
  }

  private static String load() throws Exception {
    return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
  }

  private static long number(Connection connection, String query) throws Exception {
    return Long.parseLong(text(connection, query));
  }

  private static String text(Connection connection, String query) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static long seconds(Instant from) {
    return Duration.between(from, Instant.now()).toSeconds();
  }

  private void line(String text, Object... values) {
    out.println(String.format(Locale.ROOT, text, values));
    out.flush();
  }
}
