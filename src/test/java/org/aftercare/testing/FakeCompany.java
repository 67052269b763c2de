package org.aftercare.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aftercare.cases.Facts;
import org.aftercare.customers.Customer;
import org.aftercare.customers.Customers;
import org.aftercare.engine.RemoteCalls;
import org.aftercare.engine.StepKey;
import org.aftercare.systems.Accounting;
import org.aftercare.systems.Address;
import org.aftercare.systems.Billing;
import org.aftercare.systems.Booking;
import org.aftercare.systems.Contracts;
import org.aftercare.systems.Crm;
import org.aftercare.systems.Crm.CustomerRecord;
import org.aftercare.systems.Money;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Parts;
import org.aftercare.systems.Shipping;
import org.aftercare.systems.SystemRefusalException;
import org.aftercare.systems.SystemUnavailableException;

/**
 * The company's other systems in memory: each effect is listed, each system can be down or refuse.
 */
public final class FakeCompany {

  public static final String ASTRID = "C-1001";
  public static final String ORDER = "O-50001";
  public static final String SERIAL = "NK-RF-300-0001";
  public static final Address UPPSALA = new Address("Björkgatan 14", "752 28", "Uppsala", "SE");

  /** What each system was asked to do, in order. */
  public final List<String> effects = new ArrayList<>();

  public final List<Crm.Outcome> filed = new ArrayList<>();

  public final Set<String> down = new HashSet<>();
  public final Map<String, String> refusals = new HashMap<>();
  public final Map<String, Orders.Order> placed = new HashMap<>();
  public final Map<String, Customer> registered = new HashMap<>();
  public final Map<String, Customer> stored = new HashMap<>();
  public final Map<StepKey, Object> recorded = new HashMap<>();

  public Contracts.Guarantee guarantee = new Contracts.Guarantee(SERIAL, null, 0);
  public Parts.RepairEstimate estimate =
      new Parts.RepairEstimate(
          "P-COMP-300", "Compressor", money("3250.00"), true, true, 0, "kallex");
  public Parts.Reservation reservation =
      new Parts.Reservation("RES-1", true, LocalDate.of(2026, 11, 22));
  public Orders.OrderCount orderCount = new Orders.OrderCount(2, 2);
  public Shipping.Cancelling cancelling = Shipping.Cancelling.CANCELLED;
  public Instant visitStart = Instant.parse("2026-11-23T07:00:00Z");

  public FakeCompany() {
    register(
        new Customer(
            ASTRID,
            "Astrid Lindqvist",
            "astrid@mail.example",
            "+46701740605",
            Locale.forLanguageTag("sv"),
            "SE",
            UPPSALA));
    place(line(SERIAL));
  }

  public static Money money(String amount) {
    return new Money(new BigDecimal(amount), "SEK");
  }

  public static Orders.OrderLine line(String serialNumber) {
    return new Orders.OrderLine(
        "NK-RF-300-SE",
        "Nordkyl RF-300 refrigerator",
        "REFRIGERATOR",
        serialNumber,
        money("8990.00"),
        LocalDate.of(2025, 9, 22),
        true,
        "nordkyl",
        null,
        Orders.Exclusion.NONE,
        null,
        money("0.00"));
  }

  public void register(Customer customer) {
    registered.put(customer.customerId(), customer);
  }

  public void place(Orders.OrderLine... lines) {
    placed.put(
        ORDER,
        new Orders.Order(
            ORDER,
            ASTRID,
            "SE",
            LocalDate.of(2025, 9, 18),
            Orders.SalesChannel.ONLINE,
            money("0.00"),
            true,
            List.of(lines)));
  }

  private <T> T ask(String system, Supplier<T> answer) {
    if (down.contains(system)) {
      throw new SystemUnavailableException(system, "does not answer", null);
    }
    if (refusals.containsKey(system)) {
      throw new SystemRefusalException(system, refusals.get(system));
    }
    return answer.get();
  }

  private <T> T effect(String system, String what, T answer) {
    return ask(
        system,
        () -> {
          effects.add(what);
          return answer;
        });
  }

  /** What the partner gets to see of a call: the same key has one effect. */
  public final RemoteCalls calls =
      new RemoteCalls() {
        @Override
        public <T> T once(
            StepKey step,
            Class<T> resultType,
            Function<String, T> call,
            Function<String, Optional<T>> ask) {
          Object earlier = recorded.get(step);
          if (earlier instanceof SystemRefusalException refusal) {
            throw refusal;
          } else if (earlier != null) {
            return resultType.cast(earlier);
          }
          try {
            T answer = call.apply(step.idempotencyKey());
            recorded.put(step, answer);
            return answer;
          } catch (SystemRefusalException refusal) {
            recorded.put(step, refusal);
            throw refusal;
          }
        }
      };

  public final Customers customers =
      new Customers() {
        @Override
        public Optional<Customer> find(String customerId) {
          return Optional.ofNullable(stored.get(customerId));
        }

        @Override
        public Optional<Customer> lookUp(String customerId) {
          return ask(
              "crm",
              () -> {
                Optional<Customer> found = Optional.ofNullable(registered.get(customerId));
                found.ifPresent(customer -> stored.put(customerId, customer));
                return found;
              });
        }

        @Override
        public void keep(List<CustomerRecord> known) {
          throw new UnsupportedOperationException("Customers are looked up one by one.");
        }

        @Override
        public void correct(String customerId, Correction correction) {
          throw new UnsupportedOperationException();
        }
      };

  public final Orders orders =
      new Orders() {
        @Override
        public Sales sales(LocalDate from, LocalDate until, int page) {
          return new Sales(List.of(), false);
        }

        @Override
        public Optional<Order> order(String orderNumber) {
          return ask("orders", () -> Optional.ofNullable(placed.get(orderNumber)));
        }

        @Override
        public Replacement orderReplacement(String key, ReplacementRequest request) {
          String id = "REP-" + (effects.size() + 1);
          return effect(
              "orders",
              "replace " + request.sku() + " " + request.serialNumber(),
              new Replacement(id, "NK-RF-300-R1"));
        }

        @Override
        public Optional<Replacement> findReplacement(String key) {
          return Optional.empty();
        }

        @Override
        public Cancelled cancelReplacement(String key, String replacementId) {
          return effect("orders", "cancel " + replacementId, new Cancelled("CAN"));
        }

        @Override
        public OrderCount orderCount(String customerId, LocalDate since) {
          return ask("orders", () -> orderCount);
        }

        @Override
        public Restocked restock(String key, RestockRequest request) {
          return effect("orders", "restock " + request.serialNumbers(), new Restocked("RST-1"));
        }

        @Override
        public Optional<Restocked> findRestocked(String key) {
          return Optional.empty();
        }

        @Override
        public Optional<Cancelled> findCancelled(String key) {
          return Optional.empty();
        }
      };

  public final Contracts contracts =
      new Contracts() {
        @Override
        public Guarantee guarantee(String serialNumber) {
          return ask("contracts", () -> guarantee);
        }

        @Override
        public Extension extend(String key, String serialNumber, int months, String caseNumber) {
          return effect(
              "contracts",
              "extend " + serialNumber + " by " + months,
              new Extension("EXT-1", months));
        }

        @Override
        public Optional<Extension> findExtension(String key) {
          return Optional.empty();
        }
      };

  public final Parts parts =
      new Parts() {
        @Override
        public RepairEstimate estimate(String sku, String symptom) {
          return ask("parts", () -> estimate);
        }

        @Override
        public Reservation reserve(String key, String caseNumber, String partNumber, int quantity) {
          return effect("parts", "reserve " + quantity + " " + partNumber, reservation);
        }

        @Override
        public Optional<Reservation> findReservation(String key) {
          return Optional.empty();
        }

        @Override
        public Released release(String key, String reservationId) {
          return effect("parts", "release " + reservationId, new Released("REL"));
        }

        @Override
        public Optional<Released> findReleased(String key) {
          return Optional.empty();
        }
      };

  public final Booking booking =
      new Booking() {
        @Override
        public Appointment book(String key, VisitRequest request) {
          return effect(
              "booking",
              "visit from " + request.notBefore() + " at " + request.address().city(),
              new Appointment(
                  "APP-" + (effects.size() + 1),
                  visitStart,
                  visitStart.plusSeconds(7200),
                  "Tove Tekniker"));
        }

        @Override
        public Optional<Appointment> findAppointment(String key) {
          return Optional.empty();
        }

        @Override
        public CancelledVisit cancel(String key, String appointmentId) {
          return effect("booking", "cancel " + appointmentId, new CancelledVisit("CAN"));
        }

        @Override
        public Optional<CancelledVisit> findCancelled(String key) {
          return Optional.empty();
        }
      };

  public final Shipping shipping =
      new Shipping() {
        @Override
        public Shipment ship(String key, ShipmentRequest request) {
          String id = "SHP-" + (effects.size() + 1);
          return effect(
              "shipping",
              request.direction() + " " + request.content() + " " + request.address().city(),
              new Shipment(id, "TN-" + id));
        }

        @Override
        public Optional<Shipment> findShipment(String key) {
          return Optional.empty();
        }

        @Override
        public CancelledShipment cancel(String key, String shipmentId) {
          return effect(
              "shipping", "cancel " + shipmentId, new CancelledShipment("CAN", cancelling));
        }

        @Override
        public CarrierClaim claim(String key, ClaimRequest request) {
          return effect(
              "shipping",
              "claim " + request.mishap() + " " + Facts.amount(request.worth()),
              new CarrierClaim("CLM-1"));
        }

        @Override
        public Optional<CarrierClaim> findClaim(String key) {
          return Optional.empty();
        }

        @Override
        public Optional<CancelledShipment> findCancelled(String key) {
          return Optional.empty();
        }
      };

  public final Billing billing =
      new Billing() {
        @Override
        public Refund refund(String key, RefundRequest request) {
          return effect("billing", "refund " + Facts.amount(request.amount()), new Refund("RFD-1"));
        }

        @Override
        public Optional<Refund> findRefund(String key) {
          return Optional.empty();
        }

        @Override
        public Invoice invoice(String key, InvoiceRequest request) {
          return effect(
              "billing",
              "invoice " + Facts.amount(request.amount()),
              new Invoice("INV-1", LocalDate.of(2026, 12, 22)));
        }

        @Override
        public Optional<Invoice> findInvoice(String key) {
          return Optional.empty();
        }

        @Override
        public Credit credit(String key, String invoiceNumber) {
          return effect("billing", "credit " + invoiceNumber, new Credit("CRN-1"));
        }

        @Override
        public Optional<Credit> findCredit(String key) {
          return Optional.empty();
        }
      };

  public final Accounting accounting =
      new Accounting() {
        @Override
        public Recovery recover(String key, RecoveryRequest request) {
          return effect(
              "accounting",
              "recover " + Facts.amount(request.amount()) + " from " + request.supplierId(),
              new Recovery("RCV-1"));
        }

        @Override
        public Optional<Recovery> findRecovery(String key) {
          return Optional.empty();
        }
      };

  public final Crm crm =
      new Crm() {
        @Override
        public Optional<CustomerRecord> customer(String customerId) {
          throw new UnsupportedOperationException("Customers are asked for through customers");
        }

        @Override
        public Optional<Served> served(
            String service, String country, String area, String after, int limit) {
          throw new UnsupportedOperationException("Nobody asks who has a service.");
        }

        @Override
        public Filed fileOutcome(String key, Outcome outcome) {
          filed.add(outcome);
          return effect("crm", "file " + outcome.outcome(), new Filed("FIL-1"));
        }

        @Override
        public Optional<Filed> findFiled(String key) {
          return Optional.empty();
        }
      };
}
