package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.aftercare.sandbox.SandboxClient.ConnectionLost;
import org.aftercare.sandbox.SandboxClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each fault as its victim sees it, and what it leaves in the ledger. */
@ExtendWith(SandboxExtension.class)
class SandboxFaultsTest {

  private static final long DELAY = 400;

  private final SandboxClient sandbox;

  SandboxFaultsTest(SandboxClient sandbox) {
    this.sandbox = sandbox;
  }

  @Test
  void aSystemThatIsOffDoesNothing() {
    fault("crm", Map.of("mode", "off"));

    assertThat(file("W-FOFF-0001").status()).isEqualTo(503);
    assertThat(sandbox.get("/crm/customers/C-1001").status()).isEqualTo(503);
    assertThat(sandbox.get("/orders/orders/O-50001").status()).isEqualTo(200);
    assertThat(requests("W-FOFF-0001")).isZero();

    sandbox.heal();
    assertThat(file("W-FOFF-0001").status()).isEqualTo(200);
    assertThat(requests("W-FOFF-0001")).isEqualTo(1);
  }

  @Test
  void aDroppedReplyLeavesTheEffect() {
    fault("crm", Map.of("mode", "drop", "times", 1));

    assertThatThrownBy(() -> file("W-FDRP-0001")).isInstanceOf(ConnectionLost.class);

    assertThat(requests("W-FDRP-0001")).isEqualTo(1);
    Reply found = sandbox.get("/crm/operations/W-FDRP-0001");
    assertThat(found.status()).isEqualTo(200);
    assertThat(file("W-FDRP-0001")).isEqualTo(found);
  }

  @Test
  void garbageLeavesTheEffectToo() {
    fault("crm", Map.of("mode", "garbage", "times", 1));

    Reply garbage = file("W-FGRB-0001");

    assertThat(garbage.status()).isEqualTo(200);
    assertThat(garbage.contentType()).startsWith("application/json");
    assertThatThrownBy(garbage::json).isInstanceOf(IllegalStateException.class);
    assertThat(requests("W-FGRB-0001")).isEqualTo(1);
  }

  @Test
  void aSlowSystemDoesItAtOnceAndAnswersLate() {
    fault("crm", Map.of("mode", "slow", "delayMillis", DELAY, "times", 1));

    Instant before = Instant.now();
    assertThat(file("W-FSLW-0001").status()).isEqualTo(200);

    assertThat(Duration.between(before, Instant.now()).toMillis()).isGreaterThanOrEqualTo(DELAY);
    assertThat(requests("W-FSLW-0001")).isEqualTo(1);
  }

  @Test
  void aLateSystemAnswersLateAsWell() {
    fault("crm", Map.of("mode", "late", "delayMillis", DELAY, "times", 1));

    Instant before = Instant.now();
    assertThat(file("W-FLAT-0001").status()).isEqualTo(200);

    assertThat(Duration.between(before, Instant.now()).toMillis()).isGreaterThanOrEqualTo(DELAY);
  }

  @Test
  void aFaultEndsAfterItsTimes() {
    fault("crm", Map.of("mode", "off", "times", 2));

    assertThat(sandbox.get("/crm/customers/C-1001").status()).isEqualTo(503);
    assertThat(sandbox.get("/crm/customers/C-1001").status()).isEqualTo(503);
    assertThat(sandbox.get("/crm/customers/C-1001").status()).isEqualTo(200);
    assertThat(sandbox.get("/faults").json().get("crm").get("mode").asText()).isEqualTo("NONE");
  }

  @Test
  void aFaultCanBeOfOnePathOnly() {
    fault("crm", Map.of("mode", "off", "path", "/outcomes"));

    assertThat(sandbox.get("/crm/customers/C-1001").status()).isEqualTo(200);
    assertThat(file("W-FPTH-0001").status()).isEqualTo(503);
  }

  @Test
  void anUnknownSystemOrModeIsAnError() {
    assertThat(sandbox.post("/faults/none", Map.of("mode", "off")).status()).isEqualTo(404);
    assertThat(sandbox.post("/faults/crm", Map.of("mode", "sulk")).status()).isEqualTo(400);
  }

  private void fault(String system, Map<String, Object> fault) {
    assertThat(sandbox.post("/faults/" + system, fault).status()).isEqualTo(200);
  }

  private Reply file(String caseNumber) {
    return sandbox.post(
        "/crm/outcomes",
        caseNumber,
        Map.of(
            "customerId", "C-1001",
            "caseNumber", caseNumber,
            "flow", "warranty",
            "outcome", "REPAIRED"));
  }

  private int requests(String caseNumber) {
    var ledger = sandbox.get("/ledger?system=crm&caseNumber=" + caseNumber).json();
    assertThat(ledger.size()).isLessThanOrEqualTo(1);
    return ledger.isEmpty() ? 0 : ledger.get(0).get("requests").asInt();
  }
}
