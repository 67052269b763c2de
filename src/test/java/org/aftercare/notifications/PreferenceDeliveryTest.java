package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aftercare.customers.ContactPreferences;
import org.aftercare.notifications.InAppMessages.InAppMessage;
import org.aftercare.notifications.Preference.Frequency;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.aftercare.notifications.Recipient.ToPerson;
import org.aftercare.notifications.Recipient.ToTeam;
import org.junit.jupiter.api.Test;

/** Who is told on which channel and when. */
class PreferenceDeliveryTest {

  private static final ToTeam CLAIMS = new ToTeam("claims");
  private static final ToTeam PRODUCT_MANAGERS = new ToTeam("product-managers");

  private final NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
  private final RecordingChannel email = new RecordingChannel(Channel.EMAIL);
  private final RecordingChannel sms = new RecordingChannel(Channel.SMS);
  private final RecordingChannel inApp = new RecordingChannel(Channel.IN_APP);

  private static Notice step(String id, Recipient to) {
    return new Notice(id, "W-" + id, to, "test.plain", Map.of("step", id));
  }

  private static Notice received(String id) {
    return new Notice(
        id,
        "W-1",
        new ToCustomer("C-1"),
        "test.received",
        Map.of(
            "product", "RF-300",
            "reportedOn", "2026-11-20",
            "cost", "2199.50 SEK",
            "startsAt", "2026-11-25T08:30:00Z"));
  }

  private void digestFor(String team) {
    fixture.setting("aftercare.notifications.teams[" + team + "].frequency", "daily-digest");
    fixture.setting("aftercare.notifications.teams[" + team + "].digest-at", "08:00");
  }

  @Test
  void aDigestIsOneMailWithTheDaysNoticesAndInAppIsAtOnce() {
    digestFor("product-managers");
    var node = fixture.node(email, inApp);
    node.tell(step("n1", PRODUCT_MANAGERS), step("n2", PRODUCT_MANAGERS));
    node.run();
    assertThat(email.sent()).isEmpty();
    assertThat(inApp.sent()).hasSize(2);
    fixture.clock.set(Instant.parse("2026-11-24T06:59:59Z"));
    node.run();
    assertThat(email.sent()).as("a second before eight in Stockholm").isEmpty();
    fixture.clock.advance(Duration.ofSeconds(1));
    node.run();
    assertThat(email.sent())
        .singleElement()
        .satisfies(
            digest -> {
              assertThat(digest.subject())
                  .isEqualTo("Messages about your cases on 24 November 2026: 2");
              assertThat(digest.text())
                  .contains("W-n1 · Step n1")
                  .contains("W-n2 · Step n2")
                  .contains("Step n2 has been reached.");
            });
    assertThat(node.outbox.about("W-n1"))
        .extracting(Notifications.TellLog::status)
        .containsOnly("SENT");
  }

  @Test
  void twoNodesMakeOneDigest() {
    digestFor("product-managers");
    var first = fixture.node(email);
    var second = fixture.node(email);
    for (int i = 0; i < 20; i++) {
      first.tell(step("n" + i, PRODUCT_MANAGERS));
    }
    first.run();
    fixture.clock.set(Instant.parse("2026-11-24T07:00:00Z"));
    Thread other = new Thread(second::run);
    other.start();
    first.run();
    join(other);
    first.run();
    assertThat(email.sent())
        .singleElement()
        .satisfies(digest -> assertThat(digest.subject()).contains("20"));
  }

  @Test
  void onePersonsDigestThatCannotBeMadeHoldsUpNoOther() {
    digestFor("product-managers");
    fixture.employ("adam", "en", "product-managers");
    fixture.employ("zoe", "en", "product-managers");
    var node = fixture.node(email);
    node.tell(step("n1", PRODUCT_MANAGERS));
    node.run();
    fixture
        .jdbc
        .sql(
            """
            alter table notification add constraint no_digest
              check (recipient <> 'person:petra' or case_number is not null)""")
        .update();
    fixture.clock.set(Instant.parse("2026-11-24T07:00:00Z"));

    node.run();
    assertThat(email.sent())
        .extracting(OutgoingMessage::addressee)
        .containsExactlyInAnyOrder("person:adam", "person:zoe");

    fixture.jdbc.sql("alter table notification drop constraint no_digest").update();
    fixture.clock.advance(Duration.ofMinutes(5));
    node.run();
    assertThat(email.sent())
        .extracting(OutgoingMessage::addressee)
        .containsExactlyInAnyOrder("person:adam", "person:zoe", "person:petra");
  }

  private static Notice report(String id) {
    return Notice.report(
        id,
        PRODUCT_MANAGERS,
        "test.report",
        Map.of("reportedOn", "2026-11-22"),
        List.of(
            Map.of("product", "RF-300", "share", "12.5"),
            Map.of("product", "KL-10", "share", "–")));
  }

  @Test
  void aReportListsItsRowsInTheReadersLanguageAndNamesNoCase() {
    fixture.employ("selma", "sv", "product-managers");
    var node = fixture.node(email, inApp);
    node.tell(report("weekly/1"));
    node.tell(report("weekly/1"));
    node.run();
    assertThat(email.sent())
        .hasSize(2)
        .anySatisfy(
            mail -> {
              assertThat(mail.addressee()).isEqualTo("person:petra");
              assertThat(mail.text())
                  .contains("Until 22 November 2026:\n\nRF-300: 12.5%\nKL-10: –\n\n")
                  .endsWith(
                      "You get this report by your own or your team's notification preferences.")
                  .doesNotContain("null");
            })
        .anySatisfy(
            mail -> {
              assertThat(mail.addressee()).isEqualTo("person:selma");
              assertThat(mail.text())
                  .contains(
                      "Till och med 22 november 2026:\n\nRF-300 – 12,5\u00a0%\nKL-10 – –\n\n");
            });
    assertThat(inApp.sent()).hasSize(2);
  }

  @Test
  void aReportWaitsForNoDigest() {
    digestFor("product-managers");
    var node = fixture.node(email);
    node.tell(report("weekly/1"), step("n1", PRODUCT_MANAGERS));
    node.run();
    assertThat(email.sent()).extracting(OutgoingMessage::subject).containsExactly("Report");
  }

  @Test
  void aReportWhoseRowLacksAFactIsNotTaken() {
    var node = fixture.node(email);
    Notice lacking =
        Notice.report(
            "weekly/1",
            PRODUCT_MANAGERS,
            "test.report",
            Map.of("reportedOn", "2026-11-22"),
            List.of(Map.of("product", "RF-300")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> node.tell(lacking))
        .withMessageContaining("[share]");
  }

  @Test
  void whatComesAfterTodaysDigestIsInTomorrows() {
    digestFor("product-managers");
    var node = fixture.node(email);
    node.tell(step("n1", PRODUCT_MANAGERS));
    node.run();
    fixture.clock.set(Instant.parse("2026-11-24T07:00:00Z"));
    node.run();
    node.tell(step("n2", PRODUCT_MANAGERS));
    node.run();
    // Planned a moment before eight on another node and committed after the digest was made.
    fixture
        .jdbc
        .sql("update notification_delivery set due_at = :due where state = 'COLLECTED'")
        .param("due", java.sql.Timestamp.from(fixture.clock.instant()))
        .update();
    node.run();
    assertThat(email.sent()).hasSize(1);
    fixture.clock.set(Instant.parse("2026-11-25T07:00:00Z"));
    node.run();
    assertThat(email.sent()).hasSize(2);
    assertThat(email.sent().get(1).text()).contains("Step n2").doesNotContain("Step n1");
  }

  @Test
  void aDigestThatCannotBeSentIsTriedAgainAsTheSame() {
    digestFor("product-managers");
    var node = fixture.node(email);
    node.tell(step("n1", PRODUCT_MANAGERS));
    node.run();
    fixture.clock.set(Instant.parse("2026-11-24T07:00:00Z"));
    email.before(
        message -> {
          email.before(again -> {});
          throw DeliveryException.temporary("DOWN", null);
        });
    node.run();
    assertThat(email.sent()).isEmpty();
    fixture.clock.advance(Duration.ofMinutes(1));
    node.run();
    assertThat(email.sent()).hasSize(1);
  }

  @Test
  void whatIsUrgentWaitsForNoDigest() {
    digestFor("product-managers");
    var node = fixture.node(email);
    node.tell(step("n1", PRODUCT_MANAGERS).asUrgent());
    node.run();
    assertThat(email.sent()).hasSize(1);
  }

  @Test
  void aPersonsChoiceGoesBeforeTheTeams() {
    digestFor("claims");
    var node = fixture.node(email, inApp);
    fixture.transaction.executeWithoutResult(
        status ->
            node.preferences.choose(
                "klara",
                new Preference(
                    EnumSet.of(Channel.EMAIL),
                    Frequency.AT_ONCE,
                    LocalTime.of(9, 0),
                    null,
                    Set.of())));
    node.tell(step("n1", CLAIMS));
    node.run();
    assertThat(email.sent()).extracting(m -> m.to().name()).containsExactly("klara");
    assertThat(inApp.sent()).extracting(m -> m.to().name()).containsExactly("kaspar");

    fixture.transaction.executeWithoutResult(status -> node.preferences.forget("klara"));
    node.tell(step("n2", CLAIMS));
    node.run();
    assertThat(email.sent()).as("the team's digest holds again").hasSize(1);
    assertThat(inApp.sent()).hasSize(3);
  }

  @Test
  void aTeamsOwnChoiceGoesBeforeTheConfiguration() {
    digestFor("claims");
    var node = fixture.node(email, inApp);
    Preference atOnce =
        new Preference(
            EnumSet.of(Channel.EMAIL),
            Frequency.AT_ONCE,
            LocalTime.of(8, 0),
            new QuietHours(LocalTime.of(18, 0), LocalTime.of(7, 0)),
            EnumSet.of(Channel.EMAIL));
    fixture.transaction.executeWithoutResult(
        status -> node.preferences.chooseForTeam("claims", atOnce));
    assertThat(node.preferences.ofTeam("claims")).isEqualTo(atOnce);
    assertThat(node.preferences.ofPerson("klara")).isEqualTo(atOnce);
    node.tell(step("n1", CLAIMS));
    node.run();
    assertThat(email.sent()).hasSize(2);
  }

  @Test
  void staffCannotChooseToBeUnreachable() {
    var node = fixture.node(email);
    for (Set<Channel> none : java.util.List.<Set<Channel>>of(Set.of(), Set.of(Channel.SMS))) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  node.preferences.choose(
                      "klara",
                      new Preference(none, Frequency.AT_ONCE, LocalTime.of(8, 0), null, Set.of())));
    }
  }

  @Test
  void quietHoursHoldBackWhatIsNotUrgent() {
    fixture.setting("aftercare.notifications.staff.channels", "email");
    fixture.setting("aftercare.notifications.staff.quiet-from", "18:00");
    fixture.setting("aftercare.notifications.staff.quiet-until", "07:00");
    var node = fixture.node(email);
    fixture.clock.set(Instant.parse("2026-11-23T17:30:00Z"));
    node.tell(step("n1", new ToPerson("klara")), step("n2", new ToPerson("klara")).asUrgent());
    node.run();
    assertThat(email.sent()).extracting(OutgoingMessage::subject).containsExactly("Step n2");
    fixture.clock.set(Instant.parse("2026-11-24T05:59:59Z"));
    node.run();
    assertThat(email.sent()).hasSize(1);
    fixture.clock.set(Instant.parse("2026-11-24T06:00:00Z"));
    node.run();
    assertThat(email.sent()).hasSize(2);
  }

  @Test
  void aRetryDoesNotFallIntoQuietHours() {
    fixture.wishes.put(
        "C-1",
        new ContactPreferences(
            ContactPreferences.Channel.SMS, LocalTime.of(21, 0), LocalTime.of(8, 0)));
    var node = fixture.node(email, sms);
    fixture.clock.set(Instant.parse("2026-11-23T19:59:58Z"));
    sms.before(
        message -> {
          sms.before(again -> {});
          throw DeliveryException.temporary("SMS_503", null);
        });
    node.tell(received("n1"));
    node.run();
    fixture.clock.advance(Duration.ofMinutes(10));
    node.run();
    assertThat(sms.sent()).as("ten past nine in the evening").isEmpty();
    fixture.clock.set(Instant.parse("2026-11-24T07:00:00Z"));
    node.run();
    assertThat(sms.sent()).hasSize(1);
    assertThat(email.sent()).isEmpty();
  }

  @Test
  void afterQuietHoursOnlyTheLatestOfATopicIsSent() {
    fixture.wishes.put(
        "C-1",
        new ContactPreferences(
            ContactPreferences.Channel.SMS, LocalTime.of(21, 0), LocalTime.of(7, 0)));
    var node = fixture.node(sms);
    fixture.clock.set(Instant.parse("2026-11-23T22:00:00Z"));
    node.tell(received("began").latestOf("O-1"));
    node.run();
    fixture.clock.set(Instant.parse("2026-11-24T03:00:00Z"));
    node.tell(received("over").latestOf("O-1"));
    node.run();
    assertThat(sms.sent()).as("four in the morning").isEmpty();
    fixture.clock.set(Instant.parse("2026-11-24T06:00:00Z"));
    node.run();
    assertThat(sms.sent()).hasSize(1);
    assertThat(node.outbox.about("W-1"))
        .extracting(log -> log.id() + " " + log.status())
        .containsExactlyInAnyOrder("began OVERTAKEN", "over SENT");
  }

  @Test
  void aCustomersConfirmationComesByMailAtNight() {
    var node = fixture.node(email, sms);
    fixture.clock.set(Instant.parse("2026-11-24T02:00:00Z"));
    node.tell(received("n1"));
    node.run();
    assertThat(email.sent()).hasSize(1);
    assertThat(sms.sent()).isEmpty();
  }

  @Test
  void whatACustomerMustHearNowGoesEveryWay() {
    var node = fixture.node(email, sms);
    fixture.clock.set(Instant.parse("2026-11-24T02:00:00Z"));
    node.tell(received("n1").asUrgent());
    node.run();
    assertThat(email.sent()).hasSize(1);
    assertThat(sms.sent())
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.sms())
                    .isEqualTo(
                        "Ärende om RF-300 mottaget. Prata med en människa: +46 8 465 004 10. Ärende W-1."));
  }

  @Test
  void withoutAWordingForSmsMailIsUsed() {
    fixture.wishes.put("C-1", new ContactPreferences(ContactPreferences.Channel.SMS, null, null));
    var node = fixture.node(email, sms);
    node.tell(step("n1", new ToCustomer("C-1")));
    node.run();
    assertThat(email.sent()).hasSize(1);
  }

  @Test
  void aCustomerWithoutAnyContactPointIsReported() {
    fixture.customers.computeIfPresent(
        "C-1",
        (id, c) ->
            new org.aftercare.customers.Customer(
                id, c.name(), null, null, c.language(), c.country(), null));
    var node = fixture.node(email, sms);
    node.tell(received("n1"));
    node.run();
    assertThat(fixture.undelivered)
        .extracting(NoticeUndelivered::failure)
        .containsExactly(Planner.NO_WAY_TO_REACH);
  }

  @Test
  void staffReadTheirMessagesInTheirLanguageAndMarkThem() {
    fixture.setting("aftercare.notifications.staff.channels", "in-app");
    var node = fixture.node();
    var channel = new InAppChannel(node.inAppStore, fixture.clock);
    var delivering = fixture.node(channel);
    delivering.tell(step("n1", CLAIMS));
    delivering.run();
    fixture.clock.advance(Duration.ofMinutes(1));
    delivering.tell(step("n2", CLAIMS));
    delivering.run();
    assertThat(node.inApp.unread("klara")).isEqualTo(2);
    assertThat(node.inApp.of("klara", 0, 10).items())
        .extracting(InAppMessage::subject)
        .containsExactly("Step n2", "Step n1");
    assertThat(node.inApp.of("kaspar", 0, 1))
        .satisfies(
            page -> {
              assertThat(page.total()).isEqualTo(2);
              assertThat(page.items()).extracting(InAppMessage::subject).containsExactly("Steg n2");
            });
    String newest = node.inApp.of("klara", 0, 1).items().get(0).messageId();
    assertThat(node.inApp.markRead("kaspar", newest)).as("somebody else's").isFalse();
    assertThat(node.inApp.markRead("klara", newest)).isTrue();
    assertThat(node.inApp.unread("klara")).isEqualTo(1);
    Instant readAt = node.inApp.of("klara", 0, 1).items().get(0).readAt();
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(node.inApp.markRead("klara", newest)).isTrue();
    assertThat(node.inApp.of("klara", 0, 1).items().get(0).readAt()).isEqualTo(readAt);
    node.inApp.markAllRead("klara");
    assertThat(node.inApp.unread("klara")).isZero();
    assertThat(node.inApp.unread("kaspar")).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> node.inApp.of("klara", 0, 201));
  }

  @Test
  void operationsAreToldOfWhatFailedAndCanSendItAgain() {
    fixture.employ("olof", "en", "operations");
    var node = fixture.node(email, inApp);
    node.tell(step("n1", new ToCustomer("C-404")));
    node.run();
    assertThat(inApp.sent())
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.to().name()).isEqualTo("olof");
              assertThat(alert.subject()).isEqualTo("Case W-n1: a message was not delivered");
              assertThat(alert.text())
                  .contains("customer:C-404 could not be told about case W-n1 by any channel")
                  .contains(Planner.UNKNOWN_RECIPIENT);
            });
    assertThat(node.undeliveredNotices.list(0, 10))
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.noticeId()).isEqualTo("n1");
              assertThat(failed.failure()).isEqualTo(Planner.UNKNOWN_RECIPIENT);
              assertThat(failed.channel()).isNull();
            });
    fixture.customers.put("C-404", fixture.customers.get("C-1"));
    assertThat(retry(node, "n1", "customer:C-404")).isTrue();
    assertThat(retry(node, "n1", "customer:C-404")).as("nothing has failed now").isFalse();
    node.run();
    assertThat(email.sent()).extracting(OutgoingMessage::subject).contains("Steg n1");
    assertThat(node.undeliveredNotices.list(0, 10)).isEmpty();
  }

  private Boolean retry(NotificationsFixture.Node node, String noticeId, String recipient) {
    return fixture.transaction.execute(
        status -> node.undeliveredNotices.retry(noticeId, recipient));
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
