package org.aftercare.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.aftercare.customers.ContactPreferences.Channel;
import org.aftercare.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredPreferencesTest {

  private CustomersDatabase database;
  private StoredPreferences preferences;

  TestDatabase.Kind kind() {
    return TestDatabase.Kind.H2;
  }

  @BeforeEach
  void start() {
    database = CustomersDatabase.empty(kind());
    preferences = new StoredPreferences(database.jdbc(), database.transactions());
  }

  @Test
  void assumesEmailAndAQuietNight() {
    assertThat(preferences.of("C-1001"))
        .isEqualTo(new ContactPreferences(Channel.EMAIL, LocalTime.of(21, 0), LocalTime.of(8, 0)));
  }

  @Test
  void keepsWhatWasSaidLast() {
    ContactPreferences byText =
        new ContactPreferences(Channel.SMS, LocalTime.of(9, 5), LocalTime.of(17, 30));
    preferences.change("C-1001", byText);
    assertThat(preferences.of("C-1001")).isEqualTo(byText);
    assertThat(preferences.of("C-1002")).isEqualTo(ContactPreferences.UNSAID);

    ContactPreferences anyTime = new ContactPreferences(Channel.EMAIL, null, null);
    preferences.change("C-1001", anyTime);
    assertThat(preferences.of("C-1001")).isEqualTo(anyTime);
  }

  @Test
  void takesManyWishesAtOnce() throws Exception {
    ContactPreferences byText = new ContactPreferences(Channel.SMS, null, null);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      CompletableFuture.allOf(
              IntStream.range(0, 24)
                  .mapToObj(
                      number ->
                          CompletableFuture.runAsync(
                              () ->
                                  database
                                      .transaction()
                                      .executeWithoutResult(
                                          transaction -> preferences.change("C-1001", byText)),
                              threads))
                  .toArray(CompletableFuture[]::new))
          .get();
    } finally {
      threads.shutdownNow();
    }
    assertThat(preferences.of("C-1001")).isEqualTo(byText);
  }

  @Test
  void forgetsAWishWhoseTransactionFails() {
    database
        .transaction()
        .executeWithoutResult(
            transaction -> {
              preferences.change("C-1001", new ContactPreferences(Channel.SMS, null, null));
              transaction.setRollbackOnly();
            });

    assertThat(preferences.of("C-1001")).isEqualTo(ContactPreferences.UNSAID);
  }

  @Test
  void knowsNoHalfQuietHours() {
    LocalTime nine = LocalTime.of(9, 0);
    assertThatThrownBy(() -> new ContactPreferences(Channel.SMS, nine, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ContactPreferences(Channel.SMS, null, nine))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ContactPreferences(Channel.SMS, nine, nine))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SE, Europe/Stockholm",
    "NO, Europe/Oslo",
    "DK, Europe/Copenhagen",
    "PL, Europe/Warsaw",
    "DE, Europe/Berlin",
    "FI, Europe/Helsinki",
    "PT, Europe/Lisbon"
  })
  void knowsTheClockOfACountry(String country, String zone) {
    assertThat(preferences.zoneOf(country)).isEqualTo(ZoneId.of(zone));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "XX", "se"})
  void takesEuropesClockElsewhere(String country) {
    assertThat(preferences.zoneOf(country)).isEqualTo(ZoneId.of("Europe/Stockholm"));
  }
}
