package org.aftercare.bench;

import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aftercare.systems.Accounting;
import org.aftercare.systems.Address;
import org.aftercare.systems.Contracts;
import org.aftercare.systems.Crm;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Parts;
import org.aftercare.systems.Shipping;
import org.aftercare.systems.SystemRefusalException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The systems of the path that is measured, answering at once, and a mail server that takes
 * everything. Booking and billing are not on the path. No stereotype, so that only contestant a has
 * them.
 */
class MemorySystems {

  private static final int CUSTOMERS = 40;

  /**
   * Customers who have the service that fails in {@link OutageBenchmark}, and the first's number.
   */
  private static final int SERVED = Integer.getInteger("bench.affected", 0);

  private static final int FIRST_SERVED = 1_000_000;

  /** The claim for the order of that index, as {@link #crm} and {@link #orders} know it. */
  static Claim claim(int index) {
    String order = Claim.orderNumber(index);
    return new Claim(order, customerOf(order), serialOf(order));
  }

  private static String customerOf(String orderNumber) {
    return "C-%04d".formatted(8_000 + Integer.parseInt(orderNumber.substring(2)) % CUSTOMERS);
  }

  private static String serialOf(String orderNumber) {
    return "BR-CM-15-" + orderNumber.substring(2);
  }

  @Bean
  @Primary
  Crm memoryCrm() {
    return new Crm() {
      @Override
      public Optional<CustomerRecord> customer(String customerId) {
        return Optional.of(
            new CustomerRecord(
                customerId,
                "Berit Benchmark",
                customerId.toLowerCase(Locale.ROOT) + "@mail.example",
                "+46701740605",
                "sv",
                "SE",
                new Address("Björkgatan 14", "752 28", "Uppsala", "SE")));
      }

      @Override
      public Optional<Served> served(
          String service, String country, String area, String after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after.substring(2)) - FIRST_SERVED + 1;
        int until = Math.min(SERVED, from + limit);
        return Optional.of(
            new Served(
                IntStream.range(from, until)
                    .mapToObj(i -> customer("C-" + (FIRST_SERVED + i)).orElseThrow())
                    .toList(),
                until < SERVED));
      }

      @Override
      public Filed fileOutcome(String key, Outcome outcome) {
        return new Filed("F-" + outcome.caseNumber());
      }

      @Override
      public Optional<Filed> findFiled(String key) {
        return Optional.empty();
      }
    };
  }

  @Bean
  @Primary
  Orders memoryOrders() {
    return new Orders() {
      @Override
      public Sales sales(LocalDate from, LocalDate until, int page) {
        return new Sales(List.of(), false);
      }

      @Override
      public Optional<Order> order(String orderNumber) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Optional.of(
            new Order(
                orderNumber,
                customerOf(orderNumber),
                "SE",
                today.minusDays(34),
                SalesChannel.ONLINE,
                new Money(BigDecimal.ZERO, "SEK"),
                true,
                List.of(
                    new OrderLine(
                        "BR-CM-15-SE",
                        "Bryggeri CM-15 filter coffee maker",
                        "coffee-machine",
                        serialOf(orderNumber),
                        new Money(new BigDecimal("1590.00"), "SEK"),
                        today.minusDays(30),
                        false,
                        Product.SUPPLIER,
                        null,
                        Exclusion.NONE,
                        null,
                        new Money(BigDecimal.ZERO, "SEK")))));
      }

      @Override
      public Replacement orderReplacement(String key, ReplacementRequest request) {
        return new Replacement("R-" + request.caseNumber(), "BR-CM-15-R" + request.caseNumber());
      }

      @Override
      public Optional<Replacement> findReplacement(String key) {
        return Optional.empty();
      }

      @Override
      public Cancelled cancelReplacement(String key, String replacementId) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<Cancelled> findCancelled(String key) {
        return Optional.empty();
      }

      @Override
      public OrderCount orderCount(String customerId, LocalDate since) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Restocked restock(String key, RestockRequest request) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<Restocked> findRestocked(String key) {
        return Optional.empty();
      }
    };
  }

  @Bean
  @Primary
  Contracts memoryContracts() {
    return new Contracts() {
      @Override
      public Guarantee guarantee(String serialNumber) {
        return new Guarantee(serialNumber, null, 0);
      }

      @Override
      public Extension extend(String key, String serialNumber, int months, String caseNumber) {
        return new Extension("E-" + caseNumber, months);
      }

      @Override
      public Optional<Extension> findExtension(String key) {
        return Optional.empty();
      }
    };
  }

  @Bean
  @Primary
  Parts memoryParts() {
    return new Parts() {
      @Override
      public RepairEstimate estimate(String sku, String symptom) {
        throw new SystemRefusalException("parts", "NOT_REPAIRABLE");
      }

      @Override
      public Reservation reserve(String key, String caseNumber, String partNumber, int quantity) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<Reservation> findReservation(String key) {
        return Optional.empty();
      }

      @Override
      public Released release(String key, String reservationId) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<Released> findReleased(String key) {
        return Optional.empty();
      }
    };
  }

  @Bean
  @Primary
  Shipping memoryShipping() {
    return new Shipping() {
      @Override
      public Shipment ship(String key, ShipmentRequest request) {
        return new Shipment("S-" + request.caseNumber(), "T-" + request.caseNumber());
      }

      @Override
      public Optional<Shipment> findShipment(String key) {
        return Optional.empty();
      }

      @Override
      public CancelledShipment cancel(String key, String shipmentId) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<CancelledShipment> findCancelled(String key) {
        return Optional.empty();
      }

      @Override
      public CarrierClaim claim(String key, ClaimRequest request) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<CarrierClaim> findClaim(String key) {
        return Optional.empty();
      }
    };
  }

  @Bean
  @Primary
  Accounting memoryAccounting() {
    return new Accounting() {
      @Override
      public Recovery recover(String key, RecoveryRequest request) {
        return new Recovery("A-" + request.caseNumber());
      }

      @Override
      public Optional<Recovery> findRecovery(String key) {
        return Optional.empty();
      }
    };
  }

  /** Messages are composed as ever and go nowhere. */
  @Bean
  @Primary
  JavaMailSender memoryMail() {
    return new JavaMailSenderImpl() {
      @Override
      protected void doSend(MimeMessage[] mimeMessages, Object[] originalMessages) {}

      @Override
      public void send(SimpleMailMessage... simpleMessages) {}
    };
  }
}
