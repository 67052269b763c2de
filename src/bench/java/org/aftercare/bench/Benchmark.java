package org.aftercare.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts the contestants one after the other, lets them take turns, and prints what they took. */
public final class Benchmark {

  private static final int PORTS = 5;

  private final Settings settings;
  private final PrintStream out;
  private final Map<Contestant, Duration> starts = new LinkedHashMap<>();
  private final Map<Contestant, Duration> cpuOfStarts = new LinkedHashMap<>();
  private final Map<Contestant, Long> memoryAtStart = new LinkedHashMap<>();
  private final Map<Contestant, Figures> figures = new LinkedHashMap<>();

  private Benchmark(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    Settings settings = Settings.ofSystemProperties();
    new Benchmark(settings, System.out).run();
    if (settings.profile()) {
      for (String name : List.of("memory", "bare")) {
        Profile.of(name).print(System.out);
      }
    }
    // The HTTP clients' threads would keep this program alive for a while.
    System.exit(0);
  }

  private void run() throws Exception {
    line("%s, load %.1f on %d processors", settings, load(), processors());
    Ports ports = new Ports(PORTS);
    try (Database database = new Database();
        Contestant bare = started(new BareEngine(settings, database, ports.next()));
        Product memory = Product.inMemory(settings, database, ports.next())) {
      started(memory);
      memory.prepare();
      if (!settings.overHttp()) {
        compare(database, List.of(memory, bare));
        return;
      }
      try (Product http = Product.overHttp(settings, database, ports)) {
        http.awaitSandbox();
        started(http);
        http.prepare();
        compare(database, List.of(memory, http, bare));
      }
    }
  }

  private <T extends Contestant> T started(T contestant) throws InterruptedException {
    Duration took = contestant.awaitStart();
    starts.put(contestant, took);
    cpuOfStarts.put(contestant, contestant.cpu());
    memoryAtStart.put(contestant, contestant.residentMegabytes());
    line("%-14s started in %.1f s", contestant.name(), took.toMillis() / 1_000.0);
    return contestant;
  }

  private void compare(Database database, List<Contestant> contestants) throws Exception {
    line("%nwarm-up");
    for (Contestant contestant : contestants) {
      print(contestant, round(contestant, database, 0, settings.warmUp()));
    }
    for (int round = 0; round < settings.rounds(); round++) {
      line("%nround %d, load %.1f", round + 1, load());
      for (Contestant contestant : contestants) {
        int first = settings.warmUp() + round * settings.claims();
        Figures took = round(contestant, database, first, settings.claims());
        figures.merge(contestant, took, Figures::plus);
        print(contestant, took);
      }
    }
    report(contestants);
  }

  private Figures round(Contestant contestant, Database database, int first, int claims)
      throws Exception {
    return new Round(contestant, database, settings.clients()).run(first, claims);
  }

  private void print(Contestant contestant, Figures took) {
    line(
        "%-14s %6.1f claims/s closed %6.1f claims/s told  CPU ms/claim: %6.1f itself %6.1f"
            + " PostgreSQL %6.1f other systems",
        contestant.name(),
        took.claimsPerSecond(),
        took.claimsToldPerSecond(),
        took.cpuMillisPerClaim(),
        took.postgresMillisPerClaim(),
        took.systemsMillisPerClaim());
  }

  private void report(List<Contestant> contestants) {
    line("%nall rounds");
    contestants.forEach(contestant -> print(contestant, figures.get(contestant)));
    Contestant bare = contestants.get(contestants.size() - 1);
    for (Contestant contestant : contestants.subList(0, contestants.size() - 1)) {
      line(
          "%s/c   %.2f of the claims/s closed, %.2f told, %.2f times the CPU of its own, %.2f times"
              + " with PostgreSQL's",
          contestant.name().substring(0, 1),
          figures.get(contestant).claimsPerSecond() / figures.get(bare).claimsPerSecond(),
          figures.get(contestant).claimsToldPerSecond() / figures.get(bare).claimsToldPerSecond(),
          figures.get(contestant).cpuMillisPerClaim() / figures.get(bare).cpuMillisPerClaim(),
          withPostgres(contestant) / withPostgres(bare));
    }
    line("%nstart and resident memory");
    for (Contestant contestant : contestants) {
      line(
          "%-14s %5.1f s (%.1f s of CPU), %d MiB after the start, %d MiB after %d claims",
          contestant.name(),
          starts.get(contestant).toMillis() / 1_000.0,
          cpuOfStarts.get(contestant).toMillis() / 1_000.0,
          memoryAtStart.get(contestant),
          contestant.residentMegabytes(),
          settings.all());
    }
    line("load %.1f on %d processors", load(), processors());
  }

  private double withPostgres(Contestant contestant) {
    Figures took = figures.get(contestant);
    return took.cpuMillisPerClaim() + took.postgresMillisPerClaim();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  private void line(String text, Object... values) {
    out.println(String.format(Locale.ROOT, text, values));
    out.flush();
  }
}
