package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data that a first run and the product's tests count on; the sandbox's first day is fixed. */
@ExtendWith(SandboxExtension.class)
class SandboxDataTest {

  private static final Map<String, String> CURRENCIES =
      Map.of("SE", "SEK", "NO", "NOK", "DK", "DKK", "PL", "PLN", "DE", "EUR");

  private final SandboxClient sandbox;

  SandboxDataTest(SandboxClient sandbox) {
    this.sandbox = sandbox;
  }

  @Test
  void hasCustomersOfEveryCountry() {
    Map<String, Integer> countries = new HashMap<>();
    Set<String> emails = new TreeSet<>();
    for (String[] row : new DataFile("customers.csv").rows()) {
      JsonNode customer = sandbox.get("/crm/customers/" + row[0]).json();
      countries.merge(customer.get("country").asText(), 1, Integer::sum);
      emails.add(customer.get("email").asText());
      assertThat(customer.get("email").asText()).endsWith("@mail.example");
      assertThat(customer.get("phone").asText()).matches("\\+(46|47|45|48|49)\\d{8,12}");
      assertThat(customer.get("address").get("country")).isEqualTo(customer.get("country"));
    }
    assertThat(emails).hasSizeGreaterThanOrEqualTo(50);
    assertThat(countries.keySet()).isEqualTo(CURRENCIES.keySet());
    assertThat(countries.values()).allMatch(count -> count >= 10);
  }

  @Test
  void hasOrdersInTheMoneyOfTheirCountryAndCountsTheUnitsSold() {
    int orders = 0;
    Set<String> serials = new TreeSet<>();
    LocalDate from = LocalDate.of(2025, 11, 24);
    LocalDate until = LocalDate.of(2026, 11, 23);
    Map<String, Integer> sold = new TreeMap<>();
    for (int number = 50_001; number < 53_100; number++) {
      var reply = sandbox.get("/orders/orders/O-" + number);
      if (reply.status() == 200) {
        orders++;
        JsonNode order = reply.json();
        JsonNode customer =
            sandbox.get("/crm/customers/" + order.get("customerId").asText()).json();
        assertThat(order.get("country")).isEqualTo(customer.get("country"));
        for (JsonNode line : order.get("lines")) {
          assertThat(serials.add(line.get("serialNumber").asText())).isTrue();
          assertThat(line.get("price").get("amount").decimalValue()).isPositive();
          assertThat(line.get("price").get("currency").asText())
              .isEqualTo(CURRENCIES.get(order.get("country").asText()));
          LocalDate ordered = LocalDate.parse(order.get("orderedOn").asText());
          if (!ordered.isBefore(from) && !ordered.isAfter(until)) {
            sold.merge(line.get("sku").asText(), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(orders).isGreaterThanOrEqualTo(200);
    Map<String, Integer> told = new TreeMap<>();
    sandbox
        .get("/orders/sales?from=" + from + "&until=" + until + "&page=0")
        .json()
        .get("products")
        .forEach(product -> told.put(product.get("sku").asText(), product.get("units").asInt()));
    assertThat(told).isNotEmpty().isEqualTo(sold);
  }

  /** The day after, the day of and the day before the end of each period. */
  @ParameterizedTest
  @CsvSource({
    "SE, 3, complaint period",
    "SE, 2, seller's burden",
    "NO, 2, complaint period",
    "NO, 5, complaint period",
    "NO, 2, seller's burden",
    "DK, 2, complaint period",
    "DK, 1, seller's burden",
    "PL, 2, complaint period",
    "DE, 2, complaint period",
    "DE, 1, seller's burden"
  })
  void hasDeliveriesOnBothSidesOfEachLimit(String country, int years, String period) {
    LocalDate limit = LocalDate.of(2026, 11, 23).minusYears(years);
    Set<String> delivered = new TreeSet<>();
    for (JsonNode order : sandbox.get("/scene/orders").json()) {
      String shows = order.get("shows").asText();
      if (shows.startsWith(country + ": " + period) && shows.contains(" of " + years + " year")) {
        delivered.add(order.get("deliveredOn").asText());
      }
    }
    assertThat(delivered)
        .containsExactly(
            limit.minusDays(1).toString(), limit.toString(), limit.plusDays(1).toString());
  }

  @ParameterizedTest
  @CsvSource({
    // Approval: up to 200 EUR, up to 1 000 EUR, above.
    "LF-DH-16-DE, NOT_COOLING, 200.00, true, 0", "LF-DH-16-DE, OTHER, 201.00, true, 0",
    "LM-TV-77-DE, NO_POWER, 1000.00, true, 0", "LM-TV-77-DE, OTHER, 1001.00, true, 0",
    "NK-RF-300-SE, NOT_COOLING, 3250.00, true, 0", "NK-RF-300-SE, LEAKING, 1000.00, true, 0",
    // Back-ordered: up to 10 days, more.
    "HB-WM-700-SE, NO_POWER, 1740.00, false, 10", "HB-DR-800-SE, NO_POWER, 1860.00, false, 11",
    "HB-WM-700-SE, NOISE, 2930.00, false, 21", "NK-RF-300-SE, NOISE, 1450.00, false, 5",
    // Economic: up to 60 % of 250 EUR, more.
    "GL-HD-10-DE, NO_POWER, 150.00, true, 0", "GL-HD-10-DE, OTHER, 151.00, true, 0"
  })
  void hasRepairsOnBothSidesOfEachThreshold(
      String sku, String symptom, String cost, boolean inStock, int leadTimeDays) {
    JsonNode estimate =
        sandbox.get("/parts/repair-estimates?sku=" + sku + "&symptom=" + symptom).json();
    assertThat(estimate.get("cost").get("amount").decimalValue()).isEqualByComparingTo(cost);
    assertThat(estimate.get("inStock").asBoolean()).isEqualTo(inStock);
    assertThat(estimate.get("leadTimeDays").asInt()).isEqualTo(leadTimeDays);
  }

  @Test
  void letsAPersonSetTheScene() {
    sandbox.post("/scene/parts/P-FAN-180", Map.of("stock", 0));
    String estimate = "/parts/repair-estimates?sku=NK-RF-180-SE&symptom=NOISE";
    assertThat(sandbox.get(estimate).json().get("inStock").asBoolean()).isFalse();
    sandbox.post("/scene/parts/P-FAN-180", Map.of("stock", 7));
    assertThat(sandbox.get(estimate).json().get("inStock").asBoolean()).isTrue();

    assertThat(sandbox.post("/scene/parts/none", Map.of("stock", 7)).status()).isEqualTo(404);
    assertThat(sandbox.post("/scene/parts/P-FAN-180", Map.of("stock", -1)).status()).isEqualTo(400);
    assertThat(sandbox.post("/scene/products/LM-SP-11-SE", Map.of("stock", 3)).status())
        .isEqualTo(204);
    assertThat(sandbox.post("/scene/customers/C-1210", Map.of("account", true)).status())
        .isEqualTo(204);
  }
}
