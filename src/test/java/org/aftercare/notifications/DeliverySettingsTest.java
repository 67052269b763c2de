package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class DeliverySettingsTest {

  @Test
  void aStartNeedsTheCompanysNamesAndAPhoneNumber() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("aftercare.notifications.email.from", "Company <service@company.example>")
            .withProperty("aftercare.notifications.email.domain", "company.example")
            .withProperty("aftercare.notifications.human.phone", " ");
    assertThat(new DeliverySettings().faults(environment))
        .containsExactly(
            "aftercare.notifications.email.reply-to (AFTERCARE_NOTIFICATIONS_EMAIL_REPLYTO) is missing",
            "aftercare.notifications.human.phone (AFTERCARE_NOTIFICATIONS_HUMAN_PHONE) is missing");
    environment
        .withProperty("aftercare.notifications.email.reply-to", "people@company.example")
        .withProperty("aftercare.notifications.human.phone", "+46 8 465 004 10");
    assertThat(new DeliverySettings().faults(environment)).isEmpty();
  }

  @Test
  void aLeaseMustOutlastAMessage() {
    NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
    fixture.setting("aftercare.notifications.relay.lease", "30s");
    RecordingChannel takesThirtySeconds = new RecordingChannel(Channel.EMAIL);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                NotificationsConfiguration.requireRoomInLease(
                    takesThirtySeconds, fixture.properties().relay().lease()))
        .withMessageContaining("aftercare.notifications.relay.lease");
    assertThatCode(
            () ->
                NotificationsConfiguration.requireRoomInLease(
                    takesThirtySeconds, Duration.ofSeconds(31)))
        .doesNotThrowAnyException();
  }

  @Test
  void operationsSeesWhatFailedAndWhatIsLate() {
    NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
    fixture.employ("olof", "en", "operations");
    fixture.setting("aftercare.notifications.staff.channels", "in-app");
    RecordingChannel email = new RecordingChannel(Channel.EMAIL);
    var node = fixture.node(email, new RecordingChannel(Channel.IN_APP));
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new DeliveryMeters(node.store, fixture.clock).bindTo(registry);
    assertThat(gauge(registry, "failed")).isZero();
    assertThat(gauge(registry, "lag")).isZero();

    node.tell(
        new Notice("n1", "W-1", new ToCustomer("C-1"), "test.plain", Map.of("step", "1")),
        new Notice("n2", "W-2", new ToCustomer("C-404"), "test.plain", Map.of("step", "1")));
    fixture.clock.advance(Duration.ofSeconds(90));
    assertThat(gauge(registry, "lag")).isEqualTo(90);

    email.before(
        message -> {
          throw DeliveryException.permanent("SMTP_550", null);
        });
    node.run();
    assertThat(gauge(registry, "lag")).isZero();
    assertThat(gauge(registry, "failed")).isEqualTo(2);
  }

  private static double gauge(SimpleMeterRegistry registry, String name) {
    return registry.get("aftercare.notifications." + name).gauge().value();
  }
}
