package org.aftercare.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.aftercare.systems.Address;
import org.aftercare.systems.Crm;
import org.aftercare.systems.SystemUnavailableException;
import org.aftercare.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredCustomersTest {

  private static final Address STOCKHOLM = new Address("Ringvägen 12", "118 60", "Stockholm", "SE");
  private static final Address MALMO = new Address("Storgatan 1", "211 42", "Malmö", "SE");

  private final Register register = new Register();
  private CustomersDatabase database;
  private StoredCustomers customers;

  TestDatabase.Kind kind() {
    return TestDatabase.Kind.H2;
  }

  @BeforeEach
  void start() {
    database = CustomersDatabase.empty(kind());
    customers =
        new StoredCustomers(
            new CustomerStore(database.jdbc(), database.transactions()),
            register,
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
    register.says("astrid@example.se", "+46701740605", "sv", STOCKHOLM);
  }

  @Test
  void keepsWhatTheRegisterSays() {
    assertThat(customers.find("C-1001")).isEmpty();

    Customer astrid = customers.lookUp("C-1001").orElseThrow();

    assertThat(astrid)
        .isEqualTo(
            new Customer(
                "C-1001",
                "Astrid Lindqvist",
                "astrid@example.se",
                "+46701740605",
                Locale.forLanguageTag("sv"),
                "SE",
                STOCKHOLM));
    assertThat(customers.find("C-1001")).contains(astrid);
  }

  @Test
  void knowsNobodyWhomTheRegisterDoesNotKnow() {
    assertThat(customers.lookUp("C-404")).isEmpty();
    assertThat(customers.find("C-404")).isEmpty();
  }

  @Test
  void saysSoWhenTheRegisterDoesNotAnswer() {
    customers.lookUp("C-1001");
    register.down = true;

    assertThatThrownBy(() -> customers.lookUp("C-1001"))
        .isInstanceOf(SystemUnavailableException.class);
    assertThat(customers.find("C-1001")).isPresent();
  }

  @Test
  void doesWithoutContactPointsAndLearnsThemLater() {
    register.says(null, null, "sv", STOCKHOLM);
    assertThat(customers.lookUp("C-1001").orElseThrow().email()).isNull();

    register.says("new@example.se", "+46700000000", "sv", STOCKHOLM);
    assertThat(customers.lookUp("C-1001").orElseThrow().email()).isEqualTo("new@example.se");

    register.says(null, null, "sv", STOCKHOLM);
    assertThat(customers.lookUp("C-1001").orElseThrow().phone()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"sv, sv", "sv-FI, sv", "no, nb", "nn-NO, nb", "de, en", "xx, en", "PL, pl"})
  void answersInALanguageThatItHas(String asked, String answered) {
    register.says("a@example.se", null, asked, STOCKHOLM);

    assertThat(customers.lookUp("C-1001").orElseThrow().language())
        .isEqualTo(Locale.forLanguageTag(answered));
  }

  @Test
  void correctsWhatIsGivenAndLeavesTheRest() {
    Customer before = customers.lookUp("C-1001").orElseThrow();

    customers.correct("C-1001", new Customers.Correction(null, " new@example.se ", "", "no", null));

    assertThat(customers.find("C-1001"))
        .contains(
            new Customer(
                "C-1001",
                before.name(),
                "new@example.se",
                before.phone(),
                Locale.forLanguageTag("nb"),
                "SE",
                STOCKHOLM));
    customers.correct("C-1001", new Customers.Correction("Astrid Berg", null, null, null, MALMO));
    Customer after = customers.find("C-1001").orElseThrow();
    assertThat(after.name()).isEqualTo("Astrid Berg");
    assertThat(after.email()).isEqualTo("new@example.se");
    assertThat(after.address()).isEqualTo(MALMO);
  }

  @Test
  void keepsACorrectionUntilTheRegisterSaysSomethingNewOfTheSameField() {
    customers.lookUp("C-1001");
    customers.correct(
        "C-1001",
        new Customers.Correction(null, "corrected@example.se", "+46711111111", null, MALMO));

    Customer unchanged = customers.lookUp("C-1001").orElseThrow();
    assertThat(unchanged.email()).isEqualTo("corrected@example.se");
    assertThat(unchanged.address()).isEqualTo(MALMO);

    Address moved = new Address("Ringvägen 12", "118 60", "Uppsala", "SE");
    register.says("astrid@example.se", "+46722222222", "sv", moved);
    Customer renewed = customers.lookUp("C-1001").orElseThrow();
    assertThat(renewed.email()).isEqualTo("corrected@example.se");
    assertThat(renewed.phone()).isEqualTo("+46722222222");
    assertThat(renewed.address()).as("whole, not half old and half new").isEqualTo(moved);
  }

  @Test
  void correctsNobodyItDoesNotKnow() {
    assertThatThrownBy(
            () ->
                customers.correct(
                    "C-404", new Customers.Correction("Nobody", null, null, null, null)))
        .isInstanceOf(UnknownCustomerException.class)
        .hasMessageContaining("C-404")
        .hasMessageNotContaining("Nobody");
  }

  @Test
  void forgetsACorrectionWhoseTransactionFails() {
    customers.lookUp("C-1001");
    database
        .transaction()
        .executeWithoutResult(
            transaction -> {
              customers.correct(
                  "C-1001", new Customers.Correction(null, "x@example.se", null, null, null));
              transaction.setRollbackOnly();
            });

    assertThat(customers.find("C-1001").orElseThrow().email()).isEqualTo("astrid@example.se");
  }

  @Test
  void looksOneCustomerUpForManyCasesAtOnce() throws Exception {
    int cases = 12;
    CyclicBarrier together = new CyclicBarrier(cases);
    ExecutorService threads = Executors.newFixedThreadPool(cases);
    try {
      List<CompletableFuture<Customer>> found =
          IntStream.range(0, cases)
              .mapToObj(
                  number -> CompletableFuture.supplyAsync(() -> lookUpTogether(together), threads))
              .toList();
      for (CompletableFuture<Customer> customer : found) {
        assertThat(customer.get().customerId()).isEqualTo("C-1001");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(database.jdbc().sql("select count(*) from customer").query(Integer.class).single())
        .isEqualTo(1);
  }

  /** Within a case's own transaction, which must still be good for something afterwards. */
  private Customer lookUpTogether(CyclicBarrier together) {
    return database
        .transaction()
        .execute(
            transaction -> {
              register.beforeAnswering(together);
              Customer customer = customers.lookUp("C-1001").orElseThrow();
              customers.find("C-1001").orElseThrow();
              return customer;
            });
  }

  /** A register of one customer. */
  private static final class Register implements Crm {

    private final Map<String, CustomerRecord> records = new HashMap<>();
    private final ThreadLocal<CyclicBarrier> barrier = new ThreadLocal<>();
    private boolean down;

    void says(String email, String phone, String language, Address address) {
      records.put(
          "C-1001",
          new CustomerRecord("C-1001", "Astrid Lindqvist", email, phone, language, "SE", address));
    }

    void beforeAnswering(CyclicBarrier together) {
      barrier.set(together);
    }

    @Override
    public Optional<CustomerRecord> customer(String customerId) {
      if (down) {
        throw new SystemUnavailableException("crm", "customer: cannot be reached", null);
      }
      if (barrier.get() != null) {
        try {
          barrier.get().await();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
      return Optional.ofNullable(records.get(customerId));
    }

    @Override
    public Optional<Served> served(
        String service, String country, String area, String after, int limit) {
      throw new UnsupportedOperationException("Nobody asks who has a service.");
    }

    @Override
    public Filed fileOutcome(String key, Outcome outcome) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Filed> findFiled(String key) {
      throw new UnsupportedOperationException();
    }
  }
}
