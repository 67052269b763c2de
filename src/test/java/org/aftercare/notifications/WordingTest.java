package org.aftercare.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aftercare.notifications.Recipient.ToCustomer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.StaticMessageSource;

class WordingTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private final StaticMessageSource messages = new StaticMessageSource();
  private final Wording wording =
      new Wording(
          messages,
          new FactTypes(
              List.of(
                  () ->
                      Map.of(
                          "day", FactType.DATE,
                          "at", FactType.INSTANT,
                          "sum", FactType.AMOUNT,
                          "reason", FactType.CODE,
                          "other", FactType.CODE))));

  private String write(String pattern, String language, Map<String, String> facts) {
    messages.addMessage("m.t.text", Locale.forLanguageTag(language), pattern);
    messages.addMessage(
        "notifications.instant", Locale.forLanguageTag(language), "{date} / {time}");
    return wording.text("m.t.text", facts, Locale.forLanguageTag(language), ZONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 25 November 2026",
        "en-SE | 25 November 2026",
        "sv-SE | 25 november 2026",
        "da-DK | 25. november 2026",
        "nb-NO | 25. november 2026",
        "pl-PL | 25 listopada 2026",
      })
  void writesDatesAsTheLanguageDoes(String language, String written) {
    assertThat(write("{day}", language, Map.of("day", "2026-11-25"))).isEqualTo(written);
  }

  @Test
  void anAbbreviationAtTheEndOfASentenceHasOneFullStop() {
    assertThat(write("Du betaler {sum}. Så …", "da-DK", Map.of("sum", "1349.00 DKK")))
        .isEqualTo("Du betaler 1.349,00\u00a0kr. Så …");
    assertThat(write("{sum} i alt.", "da-DK", Map.of("sum", "1349.00 DKK")))
        .isEqualTo("1.349,00\u00a0kr. i alt.");
  }

  @ParameterizedTest
  @CsvSource({"en, Sweden", "sv-SE, Sverige", "pl-PL, Szwecja"})
  void namesCountriesInTheReadersLanguage(String language, String written) {
    assertThat(wording.value(FactType.COUNTRY, "SE", Locale.forLanguageTag(language), ZONE))
        .isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | {at} | 25 November 2026 / 00:30",
        "da-DK | {at} | 25. november 2026 / 00.30",
        "pl-PL | {at, date} | środa, 25 listopada 2026",
        "en | {at,date} | Wednesday, 25 November 2026",
        "sv-SE | {at,time} | 00:30",
        "en | {at,zone} | Central European Standard Time",
      })
  void writesInstantsOnTheClockOnTheWall(String language, String pattern, String expected) {
    assertThat(write(pattern, language, Map.of("at", "2026-11-24T23:30:00Z"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "sv-SE; 8990.00 SEK; 8\u00a0990,00\u00a0kr",
        "sv-SE; 199.00 EUR; 199,00\u00a0€",
        "en; 8990.00 SEK; SEK\u00a08,990.00",
        "en-DE; 199.5 EUR; €199.50",
        "pl-PL; 1199.90 PLN; 1\u00a0199,90\u00a0zł",
        "nb-NO; 1199.90 NOK; kr\u00a01\u00a0199,90",
        "da-DK; 1199.90 DKK; 1.199,90\u00a0kr.",
      })
  void writesAmountsAsTheLanguageDoes(String language, String amount, String written) {
    assertThat(write("{sum}", language, Map.of("sum", amount))).isEqualTo(written);
  }

  @Test
  void leavesOtherTextAlone() {
    assertThat(write("{a} {b}!", "en", Map.of("a", "{b} $1 \\n", "b", "RF-300")))
        .isEqualTo("{b} $1 \\n RF-300!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4711 ABC", "2024-13-45", "2026-11-25", "0855-12-34", "199.00 EUR", "TOO_LATE"})
  void neverGuessesWhatTextLooksLike(String serialNumber) {
    messages.addMessage("m.serial.TOO_LATE", Locale.ENGLISH, "never said");
    assertThat(write("{serial}", "en", Map.of("serial", serialNumber))).isEqualTo(serialNumber);
  }

  @ParameterizedTest
  @CsvSource({"day, 2024-13-45", "at, noon", "sum, 4711 ABC", "sum, 4711", "sum, EUR 1"})
  void whatIsNotOfItsTypeStandsAsItIs(String fact, String odd) {
    assertThat(write("{" + fact + "}", "en", Map.of(fact, odd))).isEqualTo(odd);
  }

  @Test
  void twoModulesCannotMeanDifferentThingsByOneName() {
    FactVocabulary one = () -> Map.of("until", FactType.DATE);
    FactVocabulary other = () -> Map.of("until", FactType.INSTANT);
    assertThatIllegalStateException()
        .isThrownBy(() -> new FactTypes(List.of(one, other)))
        .withMessageContaining("until");
  }

  @Test
  void replacesCodesByTheirWords() {
    messages.addMessage("m.reason.TOO_LATE", Locale.ENGLISH, "it was too late");
    assertThat(write("{reason}; {other}", "en", Map.of("reason", "TOO_LATE", "other", "NO_WORD")))
        .isEqualTo("it was too late; NO_WORD");
  }

  @Test
  void refusesAMissingFactOrWording() {
    assertThatIllegalArgumentException().isThrownBy(() -> write("{gone}", "en", Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wording.text("m.none", Map.of(), Locale.ENGLISH, ZoneId.of("UTC")));
  }

  @Test
  void aCorrectionApologisesAndNamesWhatItCorrects() {
    NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
    RecordingChannel email = new RecordingChannel(Channel.EMAIL);
    RecordingChannel sms = new RecordingChannel(Channel.SMS);
    var node = fixture.node(email, sms);
    ToCustomer astrid = new ToCustomer("C-1");
    Notice wrong = new Notice("n1", "W-1", astrid, "test.plain", Map.of("step", "1"));
    node.tell(wrong);
    node.run();
    fixture.clock.advance(java.time.Duration.ofDays(1));
    Map<String, String> facts =
        Map.of(
            "product", "RF-300",
            "reportedOn", "2026-11-20",
            "cost", "2199.50 SEK",
            "startsAt", "2026-11-25T08:30:00Z");
    node.tell(new Notice("n2", "W-1", astrid, "test.received", facts).correcting("n1").asUrgent());
    node.run();
    OutgoingMessage correction = email.sent().get(1);
    assertThat(correction.subject()).isEqualTo("Rättelse: Vi har tagit emot ditt ärende om RF-300");
    assertThat(correction.text())
        .startsWith(
            "Hej Astrid Lindqvist!\n\nVi ber om ursäkt: det vi skrev den 23 november 2026 kl. 12:00 (\"Steg 1\") var fel.")
        .contains("Din RF-300 anmäldes");
    assertThat(sms.sent().get(0).sms())
        .startsWith("Förlåt, vårt meddelande den 23 november 2026 kl. 12:00 var fel.");
  }

  @Test
  void nothingCanBeCorrectedThatWasNotTold() {
    NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
    var node = fixture.node(new RecordingChannel(Channel.EMAIL));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                node.tell(
                    new Notice(
                            "n2", "W-1", new ToCustomer("C-1"), "test.plain", Map.of("step", "1"))
                        .correcting("n1")))
        .withMessageContaining("n1");
  }

  @Test
  void whatNeverArrivedNeedsNoApology() {
    NotificationsFixture fixture = new NotificationsFixture(TestDatabases.h2());
    RecordingChannel email = new RecordingChannel(Channel.EMAIL);
    var node = fixture.node(email);
    ToCustomer astrid = new ToCustomer("C-1");
    email.before(
        message -> {
          email.before(again -> {});
          throw DeliveryException.permanent("SMTP_550", null);
        });
    node.tell(new Notice("n1", "W-1", astrid, "test.plain", Map.of("step", "1")));
    node.run();
    node.tell(new Notice("n2", "W-1", astrid, "test.plain", Map.of("step", "2")).correcting("n1"));
    node.run();
    assertThat(email.sent()).extracting(OutgoingMessage::subject).containsExactly("Steg 2");
  }
}
