package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import org.aftercare.sandbox.SandboxClient.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages: each shows what there is, and its buttons do what they say. */
@ExtendWith(SandboxExtension.class)
class SandboxPagesTest {

  private final SandboxClient sandbox;
  private final FakeProduct product;

  SandboxPagesTest(SandboxClient sandbox, FakeProduct product) {
    this.sandbox = sandbox;
    this.product = product;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/pages/partners",
        "/pages/partners?all=on",
        "/pages/mailbox",
        "/pages/ledger",
        "/pages/orders",
        "/sandbox.css",
        "/webjars/picocss__pico/css/pico.min.css"
      })
  void isThere(String path) {
    assertThat(sandbox.get(path).status()).isEqualTo(200);
  }

  @Test
  void aSystemIsSwitchedOffAndHealed() {
    Reply off = press("/pages/faults/parts", "mode=off");
    assertThat(off.status()).isEqualTo(303);
    assertThat(sandbox.get("/faults").json().get("parts").get("mode").asText()).isEqualTo("OFF");
    assertThat(sandbox.get("/").text()).contains(">off<");

    press("/pages/faults/parts", "mode=slow&delayMillis=10&times=");
    assertThat(sandbox.get("/").text()).contains(">slow 10 ms<");
    press("/pages/heal", "");
    assertThat(sandbox.get("/faults").json().get("parts").get("mode").asText()).isEqualTo("NONE");
  }

  @Test
  void everyPageNamesTheZoneOfItsTimes() {
    assertThat(sandbox.get("/").text()).contains("Times are of ");
    assertThat(sandbox.get("/pages/mailbox").text()).contains("Times are of ");
  }

  @Test
  void aButtonLetsAShipmentBeDelivered() {
    String shipment = sandbox.ship("W-PAGE-0001");
    assertThat(sandbox.get("/pages/partners?caseNumber=W-PAGE-0001").text()).contains(shipment);

    press("/pages/partners", "type=shipment.delivered&id=" + shipment);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> product.callbacks("W-PAGE-0001").size() == 1);
    assertThat(sandbox.get("/pages/partners?caseNumber=W-PAGE-0001").text())
        .contains("shipment.delivered")
        .doesNotContain(shipment);
    assertThat(sandbox.get("/pages/ledger?caseNumber=W-PAGE-0001").text()).contains(shipment);
  }

  @Test
  void textIsShownAsText() {
    sandbox.post(
        "/sms/messages",
        "page-text",
        "{\"to\":\"+4600\",\"text\":\"<script>alert(1)</script> W-PAGE-0002\"}");

    assertThat(sandbox.get("/pages/mailbox?caseNumber=W-PAGE-0002").text())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }

  @Test
  void theClockButtonTellsWhenTheProductDoesNotAnswer() {
    assertThat(press("/pages/clock", "duration=P1D").status()).isEqualTo(303);
    assertThat(sandbox.get("/?trouble=clock").text()).contains("did not move its clock");
  }

  @Test
  void anotherPageCannotPressButtons() {
    Reply foreign =
        sandbox.send(
            sandbox
                .request("/pages/heal")
                .header("Origin", "https://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    assertThat(foreign.status()).isEqualTo(403);
  }

  private Reply press(String path, String form) {
    return sandbox.send(
        sandbox
            .request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", sandbox.server().url())
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }
}
