package org.aftercare.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What it costs to tell very many of an outage, and how long that holds up what single customers
 * wait for: while everybody affected is told, a claim comes in every few seconds.
 */
public final class OutageBenchmark {

  private static final int PORTS = 1;
  private static final long LOOK_MILLIS = 2_000;
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private static final String FOUND = "select count(*) from outage_customer";
  private static final String WRITTEN =
      "select count(*) from notification where template like 'outage.%'";
  private static final String SENT =
      """
      select count(*) from notification_delivery d
      join notification n on n.notice_id = d.notice_id and n.recipient = d.recipient
      where n.template like 'outage.%' and d.state = 'SENT'""";
  private static final String WAITS =
      """
      select count(*), coalesce(avg(wait), 0), coalesce(max(wait), 0) from (
        select extract(epoch from coalesce(d.sent_at, now()) - n.told_at) as wait
        from notification n
        left join notification_delivery d
          on d.notice_id = n.notice_id and d.recipient = n.recipient
        where n.template not like 'outage.%' and n.recipient like 'customer:%'
          and n.told_at >= ? and n.told_at < ?) waits""";

  private final Settings settings;
  private final PrintStream out;

  private OutageBenchmark(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    new OutageBenchmark(Settings.ofSystemProperties(), System.out).run();
    // The HTTP client's threads would keep this program alive for a while.
    System.exit(0);
  }

  private void run() throws Exception {
    try (Database database = new Database();
        Product product = Product.inMemory(settings, database, new Ports(PORTS).next())) {
      product.awaitStart();
      product.prepare();
      try (Connection connection =
              DriverManager.getConnection(product.databaseUrl(), Database.USER, Database.USER);
          PreparedStatement found = connection.prepareStatement(FOUND);
          PreparedStatement written = connection.prepareStatement(WRITTEN);
          PreparedStatement sent = connection.prepareStatement(SENT);
          PreparedStatement waits = connection.prepareStatement(WAITS)) {
        Instant begun = Instant.now();
        int claims = claimsUntil(product, 0, Duration.ofSeconds(30), () -> false);
        printWaits("before", waits, begun, Instant.now());

        String outage = product.reportOutage();
        Duration cpu = product.cpu();
        Duration postgres = database.cpu();
        Instant reported = Instant.now();
        claims = claimsUntil(product, claims, PATIENCE, () -> product.approveOutage(outage));
        Instant approved = Instant.now();
        line("%d affected found in %d s", number(found), seconds(reported, approved));

        claims = claimsUntil(product, claims, PATIENCE, () -> done(written));
        Instant allWritten = Instant.now();
        line("all notices written in %d s", seconds(approved, allWritten));
        claimsUntil(product, claims, PATIENCE, () -> done(sent));
        Instant allSent = Instant.now();
        line(
            "all messages sent in %d s, %.0f a second",
            seconds(approved, allSent),
            settings.affected() / (double) Math.max(1, seconds(approved, allSent)));
        line(
            "CPU ms a message, with the claims': %.2f itself %.2f PostgreSQL",
            product.cpu().minus(cpu).toMillis() / (double) settings.affected(),
            database.cpu().minus(postgres).toMillis() / (double) settings.affected());
        printWaits("meanwhile", waits, reported, allSent);
      }
    }
  }

  /** Posts a claim at every look until it is done; says how many have been posted in all. */
  private int claimsUntil(Product product, int first, Duration patience, Condition done)
      throws Exception {
    Instant end = Instant.now().plus(patience);
    int claims = first;
    while (!done.holds() && Instant.now().isBefore(end)) {
      if (claims < settings.all()) {
        product.post(claims++);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return claims;
  }

  private boolean done(PreparedStatement count) throws SQLException {
    return number(count) >= settings.affected();
  }

  private void printWaits(String when, PreparedStatement waits, Instant from, Instant until)
      throws SQLException {
    waits.setTimestamp(1, Timestamp.from(from));
    waits.setTimestamp(2, Timestamp.from(until));
    try (ResultSet rows = waits.executeQuery()) {
      rows.next();
      line(
          "%s: %d messages to single customers, sent after %.2f s on average, %.2f s at the longest",
          when, rows.getLong(1), rows.getDouble(2), rows.getDouble(3));
    }
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static long seconds(Instant from, Instant until) {
    return Duration.between(from, until).toSeconds();
  }

  private void line(String text, Object... values) {
    out.println(String.format(Locale.ROOT, text, values));
    out.flush();
  }

  /** Asked of the database or over HTTP. */
  @FunctionalInterface
  private interface Condition {

    boolean holds() throws SQLException, IOException, InterruptedException;
  }
}
