package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sandbox has taken is still there after a restart. */
class SandboxRestartTest {

  @Test
  void keepsItsDataAndItsTime(@TempDir Path directory) {
    Map<String, Object> properties = SandboxClient.properties();
    properties.put(
        "aftercare.sandbox.database",
        "jdbc:h2:file:" + directory.resolve("sandbox") + ";WRITE_DELAY=0");
    properties.put("aftercare.sandbox.bulk-orders", 5);
    String delivered;
    try (SandboxClient sandbox = new SandboxClient(SandboxServer.start(properties))) {
      delivered = sandbox.get("/orders/orders/O-50001").text();
      sandbox.ship("W-REST-0001");
      sandbox.post("/sms/messages", "rest-1", Map.of("to", "+4600", "text", "W-REST-0001"));
      sandbox.post("/clock", Map.of("now", "2027-02-01T08:00:00Z"));
      assertThat(sandbox.get("/orders/orders/O-9000005").status()).isEqualTo(200);
    }

    try (SandboxClient sandbox = new SandboxClient(SandboxServer.start(properties))) {
      assertThat(sandbox.get("/orders/orders/O-50001").text()).isEqualTo(delivered);
      assertThat(sandbox.get("/ledger?caseNumber=W-REST-0001").json()).hasSize(2);
      assertThat(sandbox.get("/messages?caseNumber=W-REST-0001").json()).hasSize(1);
      assertThat(Instant.parse(sandbox.get("/clock").json().get("now").asText()))
          .isAfterOrEqualTo("2027-02-01T08:00:00Z");
      sandbox.ship("W-REST-0001");
      JsonNode shipped = sandbox.get("/ledger?system=shipping&caseNumber=W-REST-0001").json();
      assertThat(shipped.get(0).get("requests").asInt()).isEqualTo(2);
    }
  }
}
