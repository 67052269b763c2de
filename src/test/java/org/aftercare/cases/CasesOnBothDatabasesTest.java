package org.aftercare.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aftercare.engine.CaseTasks;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What may differ between H2 and PostgreSQL: locks, and how values are kept. */
class CasesOnBothDatabasesTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-11-02T09:00:00.123456Z");
  private static final Instant MONDAY_FIVE = Instant.parse("2026-11-02T17:00:00Z");
  private static final int NODES = 4;

  private final MovableClock clock = new MovableClock(MONDAY_NINE);

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void keepCasesAlike(TestDatabase.Kind kind) {
    CasesDatabase database = new CasesDatabase(clock, kind);
    Cases cases = database.cases;
    ServiceCase opened = database.openWarrantyCase("C-1001");
    String number = opened.caseNumber();
    byte[] photo = new byte[1_200_000];
    new Random(1).nextBytes(photo);
    System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, photo, 0, 3);
    CasePhotos photos = new JdbcCasePhotos(database.jdbc, clock);

    cases.record(number, "warranty.covered", Map.of("until", "2029-01-01"));
    cases.note(number, "klara", "ReviewClaim", "ÅÄÖ ąęł 🧊");
    cases.startDeadline(number, "coverage", MONDAY_FIVE);
    cases.pauseDeadlines(number);
    cases.resumeDeadlines(number);
    CasePhotos.Photo kept = photos.add(number, photo);
    new Surveys(database.jdbc, clock, database.published::add)
        .keep(opened, new SurveyAnswer(5, 4, 3, true, null));

    assertThat(opened.openedAt()).isEqualTo(MONDAY_NINE);
    assertThat(cases.search("C-1001", ServiceCase.Status.OPEN, 0, 10).items())
        .containsExactly(opened);
    assertThat(cases.timeline(number))
        .extracting(Cases.TimelineEntry::at)
        .containsOnly(MONDAY_NINE);
    assertThat(cases.notes(number))
        .containsExactly(new Cases.Note(MONDAY_NINE, "klara", "ReviewClaim", "ÅÄÖ ąęł 🧊"));
    assertThat(cases.deadlines(number))
        .containsExactly(
            new Cases.Deadline("coverage", MONDAY_NINE, MONDAY_FIVE, false, null, false));
    assertThat(photos.content(number, kept.photoId()).orElseThrow().bytes()).isEqualTo(photo);
    cases.close(number, "REPAIRED");
    assertThat(cases.find(number).orElseThrow().closedAt()).isEqualTo(MONDAY_NINE);
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void fourNodesEscalateEachDeadlineOnce(TestDatabase.Kind kind) throws Exception {
    CasesDatabase database = new CasesDatabase(clock, kind);
    List<String> numbers =
        IntStream.range(0, 25)
            .mapToObj(i -> database.openWarrantyCase("C-1001").caseNumber())
            .toList();
    numbers.forEach(number -> database.cases.startDeadline(number, "coverage", MONDAY_FIVE));
    Queue<Notice> told = new ConcurrentLinkedQueue<>();
    clock.set(Instant.parse("2026-11-02T15:00:01Z"));

    atOnce(() -> watcher(database, told).watch());

    assertThat(told).extracting(Notice::caseNumber).containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(numbers)
        .allSatisfy(
            number ->
                assertThat(database.cases.timeline(number))
                    .extracting(Cases.TimelineEntry::event)
                    .containsExactly("case.opened", "internal.deadline.warning"));
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void photosSentAtOnceAreCountedOneByOne(TestDatabase.Kind kind) throws Exception {
    CasesDatabase database = new CasesDatabase(clock, kind);
    String number = database.openWarrantyCase("C-1001").caseNumber();
    CasePhotos photos = new JdbcCasePhotos(database.jdbc, clock);
    Queue<PhotoRefusedException.Reason> refused = new ConcurrentLinkedQueue<>();

    atOnce(
        () -> {
          for (int i = 0; i < 4; i++) {
            try {
              new TransactionTemplate(database.transactions)
                  .execute(
                      status ->
                          photos.add(number, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}));
            } catch (PhotoRefusedException e) {
              refused.add(e.reason());
            }
          }
        });

    assertThat(photos.of(number)).hasSize(CasePhotos.MOST);
    assertThat(refused)
        .hasSize(NODES * 4 - CasePhotos.MOST)
        .containsOnly(PhotoRefusedException.Reason.TOO_MANY);
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void aCaseClosedFourTimesAtOnceClosesOnce(TestDatabase.Kind kind) throws Exception {
    CasesDatabase database = new CasesDatabase(clock, kind);
    String number = database.openWarrantyCase("C-1001").caseNumber();

    atOnce(
        () ->
            new TransactionTemplate(database.transactions)
                .executeWithoutResult(status -> database.cases.close(number, "REPAIRED")));

    assertThat(database.cases.timeline(number))
        .extracting(Cases.TimelineEntry::event)
        .containsExactly("case.opened", "case.closed");
    assertThat(database.published).filteredOn(CaseClosed.class::isInstance).hasSize(1);
  }

  private DeadlineWatcher watcher(CasesDatabase database, Queue<Notice> told) {
    return new DeadlineWatcher(
        List.of(
            new DeadlineEscalation(
                database.jdbc, clock, database.cases, new NoTasks(), new Told(told))),
        database.transactions);
  }

  private static void atOnce(Runnable work) throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(NODES);
    try {
      CyclicBarrier start = new CyclicBarrier(NODES);
      Callable<Object> node =
          () -> {
            start.await();
            work.run();
            return null;
          };
      List<Future<Object>> running =
          nodes.invokeAll(Stream.generate(() -> node).limit(NODES).toList(), 2, TimeUnit.MINUTES);
      for (Future<Object> one : running) {
        one.get();
      }
    } finally {
      nodes.shutdownNow();
    }
  }

  private record NoTasks() implements CaseTasks {
    @Override
    public Set<String> teams(String caseNumber) {
      return Set.of("claims");
    }

    @Override
    public void raisePriority(String caseNumber, int atLeast) {
      // There is none.
    }
  }

  private record Told(Queue<Notice> notices) implements Notifications {
    @Override
    public void tell(Notice notice) {
      notices.add(notice);
    }

    @Override
    public List<TellLog> about(String caseNumber) {
      return List.of();
    }
  }
}
