package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aftercare.customers.PersonalData.Erasure;
import org.aftercare.notifications.Notifications.TellLog;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPartner;
import org.aftercare.notifications.Recipient.ToPerson;
import org.aftercare.notifications.Recipient.ToTeam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** What the outbox and the relay promise, on every database. */
abstract class OutboxRelayContract {

  private static final ToCustomer ASTRID = new ToCustomer("C-1");

  private final RecordingChannel email = new RecordingChannel(Channel.EMAIL);
  private DataSource database;
  private NotificationsFixture fixture;

  /** An empty database. */
  abstract DataSource database();

  @BeforeEach
  void newDatabase() {
    database = database();
    fixture = new NotificationsFixture(database);
  }

  @AfterEach
  void closeDatabase() throws Exception {
    if (database instanceof AutoCloseable pool) {
      pool.close();
    }
  }

  private static Notice notice(String id, String caseNumber, Recipient to, String step) {
    return new Notice(id, caseNumber, to, "test.plain", Map.of("step", step));
  }

  @Test
  void tellsOnceWhatIsToldTwice() {
    var node = fixture.node(email);
    node.tell(notice("n1", "W-1", ASTRID, "1"));
    node.tell(notice("n1", "W-1", ASTRID, "1"), notice("n1", "W-1", ASTRID, "1"));
    node.run();
    node.tell(notice("n1", "W-1", ASTRID, "1"));
    node.run();
    assertThat(email.sent()).hasSize(1);
  }

  @Test
  void oneThatFailsUnforeseenHoldsUpNoOther() {
    var node = fixture.node(email);
    email.before(
        message -> {
          if (message.caseNumber().equals("W-1")) {
            throw new UnsupportedOperationException("quotes Astrid");
          }
        });
    node.tell(notice("n1", "W-1", ASTRID, "1"), notice("n2", "W-2", ASTRID, "2"));
    node.run();
    assertThat(email.sent()).extracting(OutgoingMessage::caseNumber).containsExactly("W-2");
    for (int i = 0; i < 20; i++) {
      fixture.clock.advance(Duration.ofDays(1));
      node.run();
    }
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsExactly("UNEXPECTED_UnsupportedOperationException");
  }

  @Test
  void anOlderNoticeThatLacksAFactIsShownAsFarAsItCanBe() {
    var node = fixture.node(email);
    node.tell(notice("n1", "W-1", ASTRID, "1"), notice("n2", "W-1", ASTRID, "2"));
    node.tell(notice("n3", "W-1", ASTRID, "3"));
    node.run();
    fixture.jdbc.sql("update notification set facts = '{}' where notice_id = 'n1'").update();
    fixture
        .jdbc
        .sql("update notification set template = 'test.gone' where notice_id = 'n2'")
        .update();
    assertThat(node.outbox.about("W-1"))
        .extracting(TellLog::subject)
        .containsExactlyInAnyOrder("Steg …", "test.gone", "Steg 3");
  }

  @Test
  void whoWasToldOftenIsLookedUpOnce() {
    var node = fixture.node(email);
    for (int i = 0; i < 10; i++) {
      node.tell(notice("n" + i, "W-1", new ToPerson("klara"), "" + i));
    }
    node.run();
    fixture.staffLookUps.set(0);
    assertThat(node.outbox.about("W-1")).hasSize(10);
    assertThat(fixture.staffLookUps).hasValue(1);
  }

  @Test
  void aSerialNumberMayLookLikeAnything() {
    var node = fixture.node(email);
    for (String serial : List.of("4711 ABC", "2024-13-45", "1999-12-31")) {
      node.tell(notice("n-" + serial, "W-1", ASTRID, serial));
    }
    node.run();
    assertThat(email.sent())
        .extracting(OutgoingMessage::subject)
        .containsExactly("Steg 4711 ABC", "Steg 2024-13-45", "Steg 1999-12-31");
    assertThat(node.outbox.about("W-1"))
        .extracting(TellLog::subject)
        .contains("Steg 4711 ABC", "Steg 2024-13-45", "Steg 1999-12-31");
  }

  @Test
  void whatWasDeliveredLongAgoGoesAndTheRestStays() {
    RecordingChannel inApp = new RecordingChannel(Channel.IN_APP);
    var node = fixture.node(email, inApp);
    node.tell(notice("old", "W-1", ASTRID, "1"), notice("old", "W-2", new ToPerson("klara"), "1"));
    node.tell(notice("failed", "W-3", new ToCustomer("nobody"), "1"));
    node.run();
    node.inAppStore.add(deliveryOf("old", "IN_APP"), "klara", fixture.clock.instant());
    node.tell(notice("waiting", "W-4", ASTRID, "1"));
    fixture.clock.set(NotificationsFixture.NOON.plus(Duration.ofDays(200)));
    node.tell(notice("young", "W-1", ASTRID, "2"));

    int removed =
        fixture.transaction.execute(
            status ->
                node.store.removeServed(fixture.clock.instant().minus(Duration.ofDays(100)), 10));

    assertThat(removed).isEqualTo(2);
    assertThat(
            fixture
                .jdbc
                .sql(
                    "select notice_id from notification where template like 'test.%' order by notice_id")
                .query(String.class)
                .list())
        .containsExactly("failed", "waiting", "young");
    assertThat(
            fixture.jdbc.sql("select count(*) from in_app_message").query(Integer.class).single())
        .isZero();
  }

  @Test
  void whatAYoungerNoticeCorrectsStays() {
    var node = fixture.node(email);
    node.tell(notice("old", "W-1", ASTRID, "1"));
    node.run();
    fixture.clock.set(NotificationsFixture.NOON.plus(Duration.ofDays(200)));
    node.tell(new Notice("new", "W-1", ASTRID, "test.plain", Map.of("step", "2"), false, "old"));
    node.run();

    assertThat(
            fixture.transaction.<Integer>execute(
                status ->
                    node.store.removeServed(
                        fixture.clock.instant().minus(Duration.ofDays(100)), 10)))
        .isZero();
  }

  private String deliveryOf(String noticeId, String channel) {
    return fixture
        .jdbc
        .sql(
            "select delivery_id from notification_delivery where notice_id = :id and channel = :channel")
        .param("id", noticeId)
        .param("channel", channel)
        .query(String.class)
        .single();
  }

  @Test
  void aKnownIdLeavesTheCallersTransactionIntact() {
    var node = fixture.node(email);
    node.tell(notice("n1", "W-1", ASTRID, "1"));
    node.tell(notice("n1", "W-1", ASTRID, "1"), notice("n2", "W-1", ASTRID, "2"));
    node.run();
    assertThat(email.sent())
        .extracting(OutgoingMessage::subject)
        .containsExactly("Steg 1", "Steg 2");
  }

  @Test
  void tellsOneIdToEachRecipient() {
    var node = fixture.node(email);
    node.tell(notice("n1", "W-1", ASTRID, "1"), notice("n1", "W-1", new ToPerson("klara"), "1"));
    node.run();
    assertThat(email.sent())
        .extracting(message -> message.to().name())
        .containsExactlyInAnyOrder("Astrid Lindqvist", "klara");
  }

  @Test
  void nothingLeavesIfTheTransactionRollsBack() {
    var node = fixture.node(email);
    fixture.transaction.executeWithoutResult(
        status -> {
          node.outbox.tell(notice("n1", "W-1", ASTRID, "1"));
          status.setRollbackOnly();
        });
    node.run();
    assertThat(email.sent()).isEmpty();
    assertThat(node.outbox.about("W-1")).isEmpty();
  }

  @Test
  void nothingLeavesBeforeTheCommit() {
    var node = fixture.node(email);
    fixture.transaction.executeWithoutResult(
        status -> {
          node.outbox.tell(notice("n1", "W-1", ASTRID, "1"));
          Thread other = new Thread(node::run);
          other.start();
          join(other);
          assertThat(email.sent()).isEmpty();
        });
    node.run();
    assertThat(email.sent()).hasSize(1);
  }

  @Test
  void tellingNeedsATransaction() {
    var node = fixture.node(email);
    assertThatExceptionOfType(IllegalTransactionStateException.class)
        .isThrownBy(() -> node.outbox.tell(notice("n1", "W-1", ASTRID, "1")));
  }

  @Test
  void wordingMustExistAndHaveItsFacts() {
    var node = fixture.node(email);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.tell(new Notice("n1", "W-1", ASTRID, "test.none", Map.of())))
        .withMessageContaining("test.none.subject");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.tell(new Notice("n1", "W-1", ASTRID, "test.plain", Map.of())))
        .withMessageContaining("[step]");
  }

  @Test
  void keepsTheOrderOfACaseForOneRecipient() {
    var node = fixture.node(email);
    for (int i = 1; i <= 30; i++) {
      node.tell(notice("n" + i, "W-1", ASTRID, Integer.toString(i)));
    }
    email.before(failOnce("Steg 3"));
    node.run();
    assertThat(email.sent())
        .extracting(OutgoingMessage::subject)
        .containsExactly("Steg 1", "Steg 2");
    fixture.clock.advance(Duration.ofMinutes(1));
    node.run();
    assertThat(email.sent())
        .extracting(OutgoingMessage::subject)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 30).mapToObj(i -> "Steg " + i).toList());
  }

  private static Notice latest(String id, Recipient to, String step) {
    return notice(id, "O-1", to, step).latestOf("O-1");
  }

  private void emailIsDown() {
    email.before(
        message -> {
          throw DeliveryException.temporary("DOWN", null);
        });
  }

  private void emailIsBack() {
    email.before(message -> {});
    fixture.clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void aWaitingNoticeGivesWayToTheLatestOfItsTopic() {
    var node = fixture.node(email);
    emailIsDown();
    node.tell(
        latest("n1", ASTRID, "1"),
        latest("n1", new ToPerson("kaspar"), "1"),
        notice("other", "O-1", ASTRID, "2").latestOf("O-2"));
    node.run();
    node.tell(latest("n2", ASTRID, "3"), notice("n3", "O-1", ASTRID, "4"));
    node.run();
    emailIsBack();
    node.run();

    assertThat(email.sent())
        .extracting(message -> message.to().name() + ": " + message.subject())
        .containsExactlyInAnyOrder(
            "kaspar: Steg 1",
            "Astrid Lindqvist: Steg 2",
            "Astrid Lindqvist: Steg 3",
            "Astrid Lindqvist: Steg 4");
    assertThat(node.outbox.about("O-1"))
        .filteredOn(log -> log.id().equals("n1") && log.recipient().equals("customer:C-1"))
        .extracting(TellLog::status)
        .containsExactly("OVERTAKEN");
    fixture.clock.advance(Duration.ofDays(200));
    assertThat(
            fixture.transaction.<Integer>execute(
                status -> node.store.removeServed(fixture.clock.instant(), 10)))
        .as("what was overtaken goes too")
        .isEqualTo(5);
  }

  @Test
  void aCorrectionOfWhatNeverLeftIsNotSent() {
    var node = fixture.node(email);
    node.tell(latest("n1", ASTRID, "1"));
    node.tell(latest("n2", ASTRID, "2"));
    node.tell(latest("n3", ASTRID, "3").correcting("n1"));
    node.run();
    assertThat(email.sent()).isEmpty();
    assertThat(states()).containsOnly("OVERTAKEN");
  }

  @Test
  void aCorrectionNamesWhatLeftInPlaceOfTheOvertaken() {
    var node = fixture.node(email);
    node.tell(latest("n1", ASTRID, "1"));
    node.tell(latest("n2", ASTRID, "2"));
    node.run();
    node.tell(latest("n3", ASTRID, "3").correcting("n1"));
    node.run();
    assertThat(email.sent()).hasSize(2);
    assertThat(email.sent().get(0).subject()).isEqualTo("Steg 2");
    assertThat(email.sent().get(1).text()).contains("Steg 2").contains("Steg 3");
  }

  /** The mail server may have taken it before it fell silent. */
  @Test
  void whatMayHaveLeftIsCorrected() {
    var node = fixture.node(email);
    emailIsDown();
    node.tell(latest("n1", ASTRID, "1"));
    node.run();
    node.tell(latest("n2", ASTRID, "2").correcting("n1"));
    emailIsBack();
    node.run();
    assertThat(email.sent()).extracting(OutgoingMessage::subject).containsExactly("Steg 2");
  }

  @Test
  void whatOnePersonWaitsForLeavesBeforeWhatManyAreTold() {
    var node = fixture.node(email);
    for (int i = 0; i < 45; i++) {
      node.tell(notice("m" + i, "O-" + i, ASTRID, "mass").toMany());
    }
    while (node.planner.plan() > 0) {
      assertThat(email.sent()).isEmpty();
    }
    for (int i = 45; i < 70; i++) {
      node.tell(notice("m" + i, "O-" + i, ASTRID, "mass").toMany());
    }
    node.tell(notice("n1", "W-1", ASTRID, "1"));

    assertThat(node.planner.plan()).isEqualTo(20);
    node.couriers.get(0).deliver();
    assertThat(email.sent()).first().extracting(OutgoingMessage::subject).isEqualTo("Steg 1");
    node.run();
    assertThat(email.sent()).as("nobody is forgotten").hasSize(71);
  }

  @Test
  void manyKeepASlowChannelForATurnOnly() {
    var node = fixture.node(email);
    email.before(message -> fixture.clock.advance(Duration.ofSeconds(3)));
    for (int i = 0; i < 10; i++) {
      node.tell(notice("m" + i, "O-" + i, ASTRID, "mass").toMany());
    }
    node.planner.plan();
    node.couriers.get(0).deliver();
    assertThat(email.sent()).as("in five seconds").hasSize(2);

    node.tell(notice("n1", "W-1", ASTRID, "1"));
    node.run();
    assertThat(email.sent().get(2).subject()).isEqualTo("Steg 1");
    assertThat(email.sent()).hasSize(11);
    assertThat(email.sent()).extracting(OutgoingMessage::deliveryId).doesNotHaveDuplicates();
  }

  private static java.util.function.Consumer<OutgoingMessage> failOnce(String subject) {
    List<String> failed = new ArrayList<>();
    return message -> {
      if (message.subject().equals(subject) && failed.isEmpty()) {
        failed.add(subject);
        throw DeliveryException.temporary("DOWN", null);
      }
    };
  }

  @Test
  void twoRelaysLoseNothingAndSendNothingTwice() {
    int cases = 150;
    var first = fixture.node(email);
    var second = fixture.node(email);
    first.relay.start();
    second.relay.start();
    try {
      for (int i = 0; i < cases; i++) {
        first.tell(notice("a" + i, "W-" + i, ASTRID, "1"), notice("b" + i, "W-" + i, ASTRID, "2"));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> email.sent().size() >= 2 * cases);
    } finally {
      first.relay.stop();
      second.relay.stop();
    }
    assertThat(email.sent())
        .extracting(OutgoingMessage::deliveryId)
        .doesNotHaveDuplicates()
        .hasSize(2 * cases);
    for (int i = 0; i < cases; i++) {
      String caseNumber = "W-" + i;
      assertThat(email.sent())
          .filteredOn(message -> message.caseNumber().equals(caseNumber))
          .extracting(OutgoingMessage::subject)
          .containsExactly("Steg 1", "Steg 2");
    }
    assertThat(states()).containsOnly("SENT");
  }

  @Test
  void twoNodesThatTellTheSameAtOnceTellItOnce() {
    var first = fixture.node(email);
    var second = fixture.node(email);
    int rounds = 20;
    List<Throwable> problems = new CopyOnWriteArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Notice same = notice("n" + i, "W-1", ASTRID, Integer.toString(i));
      CyclicBarrier together = new CyclicBarrier(2);
      List<Thread> threads =
          Stream.of(first, second)
              .map(
                  node ->
                      new Thread(
                          () -> {
                            try {
                              together.await();
                              node.tell(same);
                            } catch (Exception e) {
                              problems.add(e);
                            }
                          }))
              .toList();
      threads.forEach(Thread::start);
      threads.forEach(OutboxRelayContract::join);
    }
    first.run();
    assertThat(problems).isEmpty();
    assertThat(email.sent()).hasSize(rounds);
  }

  @Test
  void isWokenByTheCommit() {
    fixture.setting("aftercare.notifications.relay.poll-interval", "1h");
    var node = fixture.node(email);
    node.relay.start();
    try {
      node.tell(notice("n1", "W-1", ASTRID, "1"));
      await().atMost(Duration.ofSeconds(10)).until(() -> email.sent().size() == 1);
    } finally {
      node.relay.stop();
    }
  }

  @Test
  void aNodeWithTheRelaySwitchedOffSendsNothing() {
    fixture.setting("aftercare.notifications.relay.enabled", "false");
    var node = fixture.node(email);
    node.relay.start();
    node.tell(notice("n1", "W-1", ASTRID, "1"));
    assertThat(node.relay.isRunning()).isFalse();
    assertThat(states()).isEmpty();
  }

  @Test
  void aCrashBetweenSendingAndMarkingSendsAgainUnderTheSameId() {
    var dying = fixture.node(email);
    dying.tell(notice("n1", "W-1", ASTRID, "1"));
    dying.planner.plan();
    email.before(
        message -> {
          // The message leaves, and with it the node.
          email.before(again -> {});
          email.send(message);
          throw new OutOfMemoryError("simulated");
        });
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> dying.couriers.get(0).deliver());
    assertThat(email.sent()).hasSize(1);
    assertThat(states()).containsExactly("SENDING");

    var other = fixture.node(email);
    other.run();
    assertThat(email.sent()).as("the lease still holds").hasSize(1);
    fixture.clock.advance(Duration.ofMinutes(3));
    other.run();
    assertThat(email.sent()).hasSize(2);
    assertThat(email.sent())
        .extracting(OutgoingMessage::deliveryId)
        .containsOnly(email.sent().get(0).deliveryId());
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void aNodeThatDiesAgainAndAgainGivesUpVisibly() {
    fixture.setting("aftercare.notifications.relay.max-attempts", "3");
    var node = fixture.node(email);
    node.tell(notice("n1", "W-1", ASTRID, "1"));
    node.planner.plan();
    email.before(
        message -> {
          throw new OutOfMemoryError("simulated");
        });
    for (int i = 0; i < 3; i++) {
      assertThatExceptionOfType(OutOfMemoryError.class)
          .isThrownBy(() -> node.couriers.get(0).deliver());
      fixture.clock.advance(Duration.ofMinutes(3));
    }
    node.run();
    assertThat(states()).containsExactly("FAILED");
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsExactly(Courier.TRIED_TOO_OFTEN);
  }

  @Test
  void backsOffAndFailsVisiblyInTheEnd() {
    fixture.setting("aftercare.notifications.relay.max-attempts", "4");
    fixture.setting("aftercare.notifications.relay.first-delay", "10s");
    var node = fixture.node(email);
    node.tell(notice("n1", "W-1", ASTRID, "1"), notice("n2", "W-1", ASTRID, "2"));
    List<String> tried = new ArrayList<>();
    email.before(
        message -> {
          if (message.subject().equals("Steg 1")) {
            tried.add(fixture.clock.instant().toString().substring(14, 19));
            throw DeliveryException.temporary("DOWN", null);
          }
        });
    for (int i = 0; i < 12; i++) {
      node.run();
      fixture.clock.advance(Duration.ofSeconds(10));
    }
    assertThat(tried).containsExactly("00:00", "00:10", "00:30", "01:10");
    assertThat(fixture.undelivered)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.noticeId()).isEqualTo("n1");
              assertThat(event.failure()).isEqualTo("DOWN");
              assertThat(event.channel()).isEqualTo(Channel.EMAIL);
            });
    assertThat(email.sent())
        .as("the next message of the case goes on")
        .extracting(OutgoingMessage::subject)
        .containsExactly("Steg 2");
    assertThat(node.outbox.about("W-1"))
        .filteredOn(log -> log.recipient().equals("customer:C-1"))
        .extracting(TellLog::status)
        .containsExactly("FAILED", "SENT");
  }

  @Test
  void aPermanentRefusalIsNotTriedAgain() {
    var node = fixture.node(email);
    node.tell(notice("n1", "W-1", ASTRID, "1"));
    email.before(
        message -> {
          throw DeliveryException.permanent("SMTP_550", null);
        });
    node.run();
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsExactly("SMTP_550");
  }

  @Test
  void whatACustomerWasToldIsErasedAndWhatIsOwedIsNot() {
    fixture.setting("aftercare.notifications.partner-fields[test.plain]", "caseNumber,step");
    var node = fixture.node(email);
    var erasing = new NoticesToCustomer(fixture.jdbc);
    Set<String> over = Set.of("W-1");
    email.before(
        message -> {
          if (message.caseNumber().equals("O-1")) {
            throw DeliveryException.permanent("SMTP_550", null);
          }
        });
    node.tell(
        notice("to-customer", "W-1", ASTRID, "1"),
        notice("to-team", "W-1", new ToTeam("claims"), "quotes"),
        notice("of-another", "W-2", new ToTeam("claims"), "1"),
        notice("bounces", "O-1", ASTRID, "1"),
        notice("bounces-too", "O-1", new ToPerson("klara"), "1"));
    node.run();
    assertThat(notices()).contains("undelivered/bounces/customer:C-1/EMAIL");
    assertThat(erasing.obstacles("C-1", over)).isEmpty();
    node.tell(notice("to-partner", "W-1", new ToPartner("nordkyl"), "1"));
    assertThat(erasing.obstacles("C-1", over)).hasSize(1);
    assertThat(erasing.obstacles("C-1", Set.of())).as("another's case").isEmpty();
    node.run();
    assertThat(erasing.obstacles("C-1", over)).isEmpty();

    node.tell(notice("since", "W-3", ASTRID, "1"));
    fixture.transaction.executeWithoutResult(
        status -> erasing.erase(new Erasure("C-1", "erased-1", over)));

    assertThat(notices())
        .containsExactly(
            "bounces-too", "of-another", "since", "undelivered/bounces-too/person:klara/EMAIL");
    assertThat(erasing.obstacles("C-1", over)).hasSize(1);
    node.run();
    fixture.transaction.executeWithoutResult(
        status -> erasing.erase(new Erasure("C-1", "erased-1", Set.of())));
    assertThat(notices()).doesNotContain("since");
  }

  private List<String> notices() {
    return fixture
        .jdbc
        .sql("select notice_id from notification order by notice_id")
        .query(String.class)
        .list()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void anUnknownRecipientFailsAndHoldsUpNobody() {
    var node = fixture.node(email);
    node.tell(
        notice("n1", "W-1", new ToCustomer("C-404"), "1"),
        notice("n2", "W-1", new ToPerson("nobody"), "1"),
        notice("n3", "W-1", new ToTeam("no-such-team"), "1"),
        notice("n4", "W-1", ASTRID, "1"));
    node.run();
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::recipient)
        .containsExactlyInAnyOrder("customer:C-404", "person:nobody", "team:no-such-team");
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsOnly(Planner.UNKNOWN_RECIPIENT);
    assertThat(email.sent()).hasSize(1);
  }

  @Test
  void aTeamIsItsMembersEachInTheirLanguage() {
    var node = fixture.node(email);
    node.tell(notice("n1", "W-1", new ToTeam("claims"), "1"));
    node.run();
    assertThat(email.sent())
        .extracting(OutgoingMessage::subject)
        .containsExactlyInAnyOrder("Step 1", "Steg 1");
    assertThat(node.outbox.about("W-1"))
        .filteredOn(log -> "EMAIL".equals(log.channel()))
        .extracting(TellLog::recipient)
        .containsExactly("person:kaspar", "person:klara");
  }

  private List<String> states() {
    return fixture.jdbc.sql("select state from notification_delivery").query(String.class).list();
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(30).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
