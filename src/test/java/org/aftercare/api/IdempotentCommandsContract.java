package org.aftercare.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.aftercare.engine.HouseworkTurns;
import org.aftercare.testing.TestDatabase;
import org.aftercare.testing.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The same command sent again; on each database. */
abstract class IdempotentCommandsContract {

  private static final int AT_ONCE = 50;
  private static final String COMMAND = "POST /things";
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final TestDatabase.Kind database;
  private final List<HikariDataSource> pools = new ArrayList<>();
  private Map<String, Object> connection;
  private Node node;
  private Caller caller;

  IdempotentCommandsContract(TestDatabase.Kind database) {
    this.database = database;
  }

  @BeforeEach
  void start() {
    connection = TestDatabases.empty(database);
    caller = new Caller.Customer("C-1001");
    node = new Node();
    new ResourceDatabasePopulator(new ClassPathResource("db/migration/V010__api.sql"))
        .execute(node.pool);
    node.jdbc.sql("create table thing (name varchar(50))").update();
  }

  @AfterEach
  void stop() {
    pools.forEach(HikariDataSource::close);
  }

  @Test
  void theSameCommandAgainGetsTheSameAnswerAndIsNotCarriedOut() {
    ResponseEntity<Thing> first = make("key-1", "a");
    ResponseEntity<Thing> again = make("key-1", "a");

    assertThat(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(again).isEqualTo(first);
    assertThat(again.getHeaders().getLocation()).isEqualTo(URI.create("/things/a"));
    assertThat(things()).containsExactly("a");
  }

  @Test
  void anAnswerWithoutABodyIsRepeatedToo() {
    Supplier<ResponseEntity<Void>> nothing = () -> ResponseEntity.accepted().build();
    node.commands.once("key-1", COMMAND, null, Void.class, nothing);
    assertThat(node.commands.once("key-1", COMMAND, null, Void.class, nothing))
        .isEqualTo(ResponseEntity.accepted().build());
  }

  @Test
  void anotherBodyUnderTheSameKeyIsRefused() {
    make("key-1", "a");
    assertProblem(() -> make("key-1", "b"), HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(things()).containsExactly("a");
  }

  @Test
  void anotherCommandUnderTheSameKeyIsRefused() {
    make("key-1", "a");
    assertProblem(
        () ->
            node.commands.once(
                "key-1",
                "POST /other-things",
                Map.of("name", "a"),
                Thing.class,
                () -> ResponseEntity.ok(new Thing("a", 1))),
        HttpStatus.UNPROCESSABLE_ENTITY);
  }

  @Test
  void theKeyBelongsToItsCaller() {
    make("key-1", "a");
    caller = new Caller.Customer("C-1002");
    assertThat(make("key-1", "b").getStatusCode()).isEqualTo(HttpStatus.CREATED);
    caller = new Caller.Staff("C-1001", Set.of());
    assertThat(make("key-1", "c").getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(things()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void theOrderOfAMapsEntriesIsNoOtherBody() {
    Supplier<ResponseEntity<Thing>> answer = () -> ResponseEntity.ok(new Thing("a", 1));
    Map<String, Integer> oneWay = new java.util.LinkedHashMap<>();
    oneWay.put("x", 1);
    oneWay.put("y", 2);
    Map<String, Integer> otherWay = new java.util.LinkedHashMap<>();
    otherWay.put("y", 2);
    otherWay.put("x", 1);
    node.commands.once("key-1", COMMAND, oneWay, Thing.class, answer);
    assertThat(node.commands.once("key-1", COMMAND, otherWay, Thing.class, answer))
        .isEqualTo(answer.get());
  }

  @Test
  void aCommandThatFailsLeavesNothingBehindAndMayBeSentAgain() {
    assertThatThrownBy(
            () ->
                node.commands.once(
                    "key-1",
                    COMMAND,
                    Map.of("name", "a"),
                    Thing.class,
                    () -> {
                      insert(node, "a");
                      throw new IllegalStateException("broken half-way");
                    }))
        .hasMessage("broken half-way");
    assertThat(things()).isEmpty();

    assertThat(make("key-1", "a").getStatusCode()).isEqualTo(HttpStatus.CREATED);
    assertThat(things()).containsExactly("a");
  }

  @Test
  void aDuplicateKeyOfTheCommandsOwnIsNotTakenForARepetition() {
    node.jdbc.sql("create unique index thing_name on thing (name)").update();
    make("key-1", "a");
    assertThatThrownBy(() -> make("key-2", "a"))
        .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
  }

  @Test
  void fiftyAtOnceAreCarriedOutOnceAndAllGetTheSameAnswer() throws Exception {
    Set<ResponseEntity<Thing>> answers = atOnce(List.of(node));
    assertThat(answers).hasSize(1);
    assertThat(things()).hasSize(1);
  }

  @Test
  void keysOfNoOrTooManyCharactersAreRefused() {
    for (String key : new String[] {null, "", "  ", "k".repeat(201)}) {
      assertProblem(() -> make(key, "a"), HttpStatus.BAD_REQUEST);
    }
    assertThat(make("k".repeat(200), "a").getStatusCode()).isEqualTo(HttpStatus.CREATED);
  }

  @Test
  void answersAreForgottenAfterTheirTime() {
    make("key-1", "a");
    Duration kept = Duration.ofDays(30);
    keptAnswers(node, NOW.plus(kept), kept).forgetOldInParts();
    assertThat(make("key-1", "a").getBody()).isNotNull();
    assertThat(things()).as("still known").hasSize(1);

    keptAnswers(node, NOW.plus(kept).plusSeconds(1), kept).forgetOldInParts();
    make("key-1", "b");
    assertThat(things()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void whatIsAskedForAndAnsweredMayBeForgottenButNotThatItWasDone() {
    caller = new Caller.Staff("frida", Set.of());
    make("key-1", "about-W-1");
    make("key-2", "C-1002");
    make("key-3", "about-W-3");
    caller = new Caller.Customer("C-1002");
    make("key-4", "own");

    keptAnswers(node, NOW, Duration.ofDays(30)).forget("C-1002", Set.of("W-1", "W-2"));

    assertThat(
            node.jdbc
                .sql(
                    """
                    select idempotency_key || ' ' || fingerprint || coalesce(body, '')
                    from api_idempotency where fingerprint = 'forgotten' order by 1""")
                .query(String.class)
                .list())
        .containsExactly("key-1 forgotten", "key-2 forgotten");
    caller = new Caller.Staff("frida", Set.of());
    assertProblem(() -> make("key-1", "about-W-1"), HttpStatus.GONE);
    assertProblem(() -> make("key-2", "another"), HttpStatus.GONE);
    assertThat(make("key-3", "about-W-3").getBody()).isNotNull();
    caller = new Caller.Customer("C-1002");
    make("key-4", "own-again");
    assertThat(things())
        .containsExactlyInAnyOrder("about-W-1", "C-1002", "about-W-3", "own", "own-again");
  }

  @Test
  void aCommandMayBeKeptWithoutRequestAndAnswer() {
    Supplier<ResponseEntity<Thing>> command =
        () -> {
          insert(node, "a");
          return ResponseEntity.created(URI.create("/things/a")).body(new Thing("a", 1));
        };
    assertThatThrownBy(
            () ->
                node.unkept.once(
                    "key-1",
                    () -> {
                      insert(node, "a");
                      throw new IllegalStateException("broken half-way");
                    }))
        .hasMessage("broken half-way");

    assertThat(node.unkept.once("key-1", command)).isEqualTo(command.get());
    assertThat(
            node.jdbc
                .sql(
                    """
                    select count(*) from api_idempotency
                    where fingerprint = 'forgotten' and body is null and location is null""")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertProblem(() -> node.unkept.once("key-1", command), HttpStatus.GONE);
    assertProblem(() -> make("key-1", "b"), HttpStatus.GONE);
    make("key-2", "b");
    assertProblem(() -> node.unkept.once("key-2", command), HttpStatus.UNPROCESSABLE_ENTITY);
    assertThat(things()).as("once, and once by this test").containsExactlyInAnyOrder("a", "a", "b");
  }

  private static KeptAnswers keptAnswers(Node of, Instant now, Duration kept) {
    return new KeptAnswers(
        of.jdbc, Clock.fixed(now, ZoneOffset.UTC), kept, mock(HouseworkTurns.class));
  }

  @Test
  void aCommandBeginsItsOwnTransaction() {
    assertThatThrownBy(() -> node.transaction.executeWithoutResult(status -> make("key-1", "a")))
        .isInstanceOf(IllegalStateException.class);
  }

  /**
   * Sends one command {@value #AT_ONCE} times at once, spread over the nodes. Each node has fewer
   * connections than requests, and the command needs a second one.
   */
  final Set<ResponseEntity<Thing>> atOnce(List<Node> nodes) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    try {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<ResponseEntity<Thing>>> sent = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        Node of = nodes.get(i % nodes.size());
        sent.add(
            senders.submit(
                () -> {
                  go.await();
                  return make(of, "key-1", "a");
                }));
      }
      go.countDown();
      Set<ResponseEntity<Thing>> answers = new HashSet<>();
      for (Future<ResponseEntity<Thing>> one : sent) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      senders.shutdownNow();
    }
  }

  @Test
  void whatIsAskedBeforehandTakesUpNoConnection() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    CyclicBarrier allAsk = new CyclicBarrier(AT_ONCE);
    try {
      List<Future<ResponseEntity<Thing>>> answers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        String name = "thing-" + i;
        answers.add(senders.submit(() -> makeAfterAsking(name, allAsk)));
      }
      for (Future<ResponseEntity<Thing>> answer : answers) {
        assertThat(answer.get().getStatusCode()).isEqualTo(HttpStatus.CREATED);
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(things()).hasSize(AT_ONCE);
  }

  private ResponseEntity<Thing> makeAfterAsking(String name, CyclicBarrier allAsk) {
    return node.commands.once(
        name,
        COMMAND,
        name,
        Thing.class,
        () -> {
          try {
            allAsk.await(20, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException("Not all of them could ask at the same time.", e);
          }
          // What was answered is kept whatever becomes of the command.
          return node.separately.execute(status -> name + " asked");
        },
        asked -> {
          assertThat(asked).isEqualTo(name + " asked");
          insert(node, name);
          return ResponseEntity.created(URI.create("/things/" + name)).body(new Thing(name, 1));
        });
  }

  @Test
  void aRepeatedCommandAsksNobodyAgain() {
    makeAfterAsking("a", new CyclicBarrier(1));
    node.commands.once(
        "a",
        COMMAND,
        "a",
        Thing.class,
        () -> {
          throw new IllegalStateException("asked again");
        },
        asked -> null);
    assertThat(things()).containsExactly("a");
  }

  final Node anotherNode() {
    return new Node();
  }

  final Node node() {
    return node;
  }

  final List<String> things() {
    return node.jdbc.sql("select name from thing").query(String.class).list();
  }

  private ResponseEntity<Thing> make(String key, String name) {
    return make(node, key, name);
  }

  private ResponseEntity<Thing> make(Node of, String key, String name) {
    return of.commands.once(
        key,
        COMMAND,
        Map.of("name", name),
        Thing.class,
        () -> {
          insert(of, name);
          // As a step does that records its attempt before it calls another system.
          of.separately.executeWithoutResult(
              status -> of.jdbc.sql("select count(*) from thing").query(Integer.class).single());
          return ResponseEntity.created(URI.create("/things/" + name)).body(new Thing(name, 1));
        });
  }

  private static void insert(Node of, String name) {
    of.jdbc.sql("insert into thing (name) values (?)").param(name).update();
  }

  private static void assertProblem(Runnable command, HttpStatus status) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(status);
              assertThat(problem.errors())
                  .singleElement()
                  .satisfies(
                      error -> assertThat(error.field()).isEqualTo(IdempotentCommands.HEADER));
            });
  }

  record Thing(String name, int size) {}

  /** One process of the product. */
  final class Node {

    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate separately;
    private final IdempotentCommands commands;
    private final UnkeptCommands unkept;

    private Node() {
      pool.setJdbcUrl((String) connection.get("spring.datasource.url"));
      pool.setUsername((String) connection.get("spring.datasource.username"));
      pool.setPassword((String) connection.get("spring.datasource.password"));
      pool.setMaximumPoolSize(5);
      pools.add(pool);
      jdbc = JdbcClient.create(pool);
      JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
      transaction = new TransactionTemplate(transactions);
      separately = new TransactionTemplate(transactions);
      separately.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
      StoredIdempotentCommands stored =
          new StoredIdempotentCommands(
              jdbc,
              transactions,
              new CurrentCaller() {
                @Override
                public Caller get() {
                  return caller;
                }

                @Override
                public void requireMaySee(String owner, Supplier<ProblemException> notFound) {
                  throw new UnsupportedOperationException();
                }
              },
              new ObjectMapper(),
              Clock.fixed(NOW, ZoneOffset.UTC));
      commands = stored;
      unkept = stored;
    }
  }
}
