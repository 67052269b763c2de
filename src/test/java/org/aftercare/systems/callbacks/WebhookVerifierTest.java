package org.aftercare.systems.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.aftercare.systems.callbacks.WebhookVerifier.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {

  /** The message that the specification's own libraries are tested with. */
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long SENT = 1614265330L;
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static final String OTHER_SECRET = "whsec_c2FuZGJveC1wYXJ0cy1zZWNyZXQtMDAwMDE=";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  @Test
  void knowsTheSpecificationsOwnMessage() {
    assertThat(verdict(SIGNATURE)).isEqualTo(Verdict.GENUINE);
    assertThat(Signing.v1(SECRET, ID, SENT, BODY)).isEqualTo(SIGNATURE);
  }

  @Test
  void refusesAnythingThatDiffersFromWhatWasSigned() {
    WebhookVerifier verifier = verifier(0, SECRET);
    assertThat(verifier.verify(ID + "x", "" + SENT, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.WRONG_SIGNATURE);
    assertThat(verifier.verify(ID, "" + (SENT + 1), SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.WRONG_SIGNATURE);
    assertThat(verifier.verify(ID, "0" + SENT, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.WRONG_SIGNATURE);
    assertThat(verifier.verify(ID, "" + SENT, SIGNATURE, bytes(BODY + " ")))
        .isEqualTo(Verdict.WRONG_SIGNATURE);
    assertThat(verifier(0, OTHER_SECRET).verify(ID, "" + SENT, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.WRONG_SIGNATURE);
  }

  @Test
  void doesNotTakeAPieceOfTheIdForTheTimestamp() {
    String signature = Signing.v1(SECRET, "msg.1", SENT, BODY);
    assertThat(verifier(0, SECRET).verify("msg", "1." + SENT, signature, bytes(BODY)))
        .isEqualTo(Verdict.NO_TIMESTAMP);
    assertThat(verifier(0, SECRET).verify("msg.1", "" + SENT, signature, bytes(BODY)))
        .isEqualTo(Verdict.NO_ID);
  }

  @Test
  void findsTheFittingOneAmongSeveralSignatures() {
    String other = Signing.v1(OTHER_SECRET, ID, SENT, BODY);
    assertThat(verdict(other + " " + SIGNATURE)).isEqualTo(Verdict.GENUINE);
    assertThat(verdict(SIGNATURE + " " + other)).isEqualTo(Verdict.GENUINE);
    assertThat(verdict("v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw== v1, v1,!!! x " + SIGNATURE))
        .isEqualTo(Verdict.GENUINE);
    assertThat(verdict(other + " " + other)).isEqualTo(Verdict.WRONG_SIGNATURE);
  }

  @Test
  void takesASenderThatChangesItsSecret() {
    WebhookVerifier changing = verifier(0, SECRET, OTHER_SECRET);
    for (String secret : List.of(SECRET, OTHER_SECRET)) {
      assertThat(changing.verify(ID, "" + SENT, Signing.v1(secret, ID, SENT, BODY), bytes(BODY)))
          .isEqualTo(Verdict.GENUINE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,",
        "v1,g0hM9SsE+OTPJTGt",
        "v1,not base64",
        "V1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OEg0hM9SsE="
      })
  void refusesWhatIsNoSignatureOfIt(String signatures) {
    assertThat(verdict(signatures)).isEqualTo(Verdict.WRONG_SIGNATURE);
  }

  @Test
  void looksAtNoMoreSignaturesThanASenderNeeds() {
    assertThat(verdict("v1,AAAA ".repeat(1000) + SIGNATURE)).isEqualTo(Verdict.WRONG_SIGNATURE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "msg 1", "msg.1", "mæssage"})
  void needsAnId(String id) {
    assertThat(verifier(0, SECRET).verify(id, "" + SENT, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.NO_ID);
    assertThat(verifier(0, SECRET).verify("x".repeat(201), "" + SENT, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.NO_ID);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "-1", "1.5", "soon", "9999999999999999999", "１６１４２６５３３０"})
  void needsATimestamp(String timestamp) {
    assertThat(verifier(0, SECRET).verify(ID, timestamp, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.NO_TIMESTAMP);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void needsASignature(String signatures) {
    assertThat(verdict(signatures)).isEqualTo(Verdict.NO_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, -1, 0, 1, 300})
  void takesWhatIsFresh(long secondsLater) {
    assertThat(verifier(secondsLater, SECRET).verify(ID, "" + SENT, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.GENUINE);
  }

  @ParameterizedTest
  @ValueSource(longs = {-100_000, -301, 301, 100_000})
  void refusesWhatIsStaleOrFromTheFuture(long secondsLater) {
    assertThat(verifier(secondsLater, SECRET).verify(ID, "" + SENT, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.STALE);
  }

  @Test
  void tellsNobodyWithoutTheSecretWhetherItsClockIsRight() {
    assertThat(verifier(100_000, OTHER_SECRET).verify(ID, "" + SENT, SIGNATURE, bytes(BODY)))
        .isEqualTo(Verdict.WRONG_SIGNATURE);
  }

  @Test
  void takesSecretsOfTheSpecificationsLengthOnly() {
    for (int bytes : new int[] {0, 1, 23, 65, 100}) {
      String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
      assertThatThrownBy(() -> new WebhookSecret(secret))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int bytes : new int[] {24, 64}) {
      assertThat(new WebhookSecret("whsec_" + Base64.getEncoder().encodeToString(new byte[bytes])))
          .isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_hush! hush! hush! hush!"})
  void doesNotShowASecretThatItCannotRead(String secret) {
    assertThatThrownBy(() -> new WebhookSecret(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("hush", "MfKQ");
  }

  private static Verdict verdict(String signatures) {
    return verifier(0, SECRET).verify(ID, "" + SENT, signatures, bytes(BODY));
  }

  private static WebhookVerifier verifier(long secondsLater, String... secrets) {
    return new WebhookVerifier(
        Stream.of(secrets).map(WebhookSecret::new).toList(),
        TOLERANCE,
        Clock.fixed(Instant.ofEpochSecond(SENT + secondsLater), ZoneOffset.UTC));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
