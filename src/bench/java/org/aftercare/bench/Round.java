package org.aftercare.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Some claims from the API to their end. The carrier delivers as soon as a case waits for it; a
 * claim has ended when its case is closed and waits for the answer to the survey. The round has
 * ended when, besides, everybody has been told.
 */
final class Round {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long LOOK_MILLIS = 100;

  /** Only process instances know their root, which has the business key. */
  private static final String WAITING =
      """
      select r.business_key_ from act_ru_event_subscr s
      join act_ru_execution p on p.id_ = s.proc_inst_id_
      join act_ru_execution r on r.id_ = p.root_proc_inst_id_
      where s.event_name_ = 'ShipmentDelivered'
      """;

  private static final String ENDED =
      "select count(*) from act_ru_event_subscr where event_name_ = 'SurveyAnswered'";

  private final Contestant contestant;
  private final Database database;
  private final ExecutorService clients;

  Round(Contestant contestant, Database database, int clients) {
    this.contestant = contestant;
    this.database = database;
    this.clients = Executors.newFixedThreadPool(clients);
  }

  /**
   * @param first index of the first claim
   * @return what the claims took
   */
  Figures run(int first, int claims)
      throws SQLException, InterruptedException, ExecutionException, IOException {
    try (Connection connection =
            DriverManager.getConnection(contestant.databaseUrl(), Database.USER, Database.USER);
        PreparedStatement waiting = connection.prepareStatement(WAITING);
        PreparedStatement ended = connection.prepareStatement(ENDED);
        PreparedStatement unfinished = connection.prepareStatement(contestant.unfinishedQuery())) {
      long endedBefore = number(ended);
      Duration cpu = contestant.cpu();
      Duration systems = contestant.systemsCpu();
      Duration postgres = database.cpu();
      long start = System.nanoTime();
      List<Future<?>> posts = new ArrayList<>();
      for (int i = first; i < first + claims; i++) {
        int index = i;
        posts.add(clients.submit(() -> post(index)));
      }
      Set<String> delivered = new HashSet<>();
      while (number(ended) - endedBefore < claims) {
        for (String caseNumber : texts(waiting)) {
          if (delivered.add(caseNumber)) {
            posts.add(clients.submit(() -> deliver(caseNumber)));
          }
        }
        await(start, posts);
      }
      Duration toTheEnd = Duration.ofNanos(System.nanoTime() - start);
      while (number(unfinished) > 0) {
        await(start, posts);
      }
      return new Figures(
          claims,
          toTheEnd,
          Duration.ofNanos(System.nanoTime() - start),
          contestant.cpu().minus(cpu),
          contestant.systemsCpu().minus(systems),
          database.cpu().minus(postgres));
    } finally {
      clients.shutdownNow();
    }
  }

  private Void post(int index) throws IOException, InterruptedException {
    contestant.post(index);
    return null;
  }

  private Void deliver(String caseNumber) throws IOException, InterruptedException {
    contestant.deliver(caseNumber);
    return null;
  }

  private void await(long start, List<Future<?>> posts)
      throws InterruptedException, ExecutionException {
    for (Future<?> post : posts) {
      if (post.isDone()) {
        post.get();
      }
    }
    if (System.nanoTime() - start > PATIENCE.toNanos()) {
      throw new IllegalStateException(
          contestant.name() + " does not come to an end; see its log in target/bench");
    }
    TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
  }

  private static long number(PreparedStatement query) throws SQLException {
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static List<String> texts(PreparedStatement query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
