package org.aftercare.activation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.aftercare.systems.Revenue;
import org.aftercare.systems.ServiceOrders;
import org.aftercare.systems.Subscriptions;
import org.aftercare.systems.SystemRefusalException;
import org.aftercare.systems.SystemUnavailableException;

/**
 * Order handling, billing and accounting in memory: one effect per key, each listed in the order in
 * which it was made; each system can be down, refuse, or do what it is asked without saying so.
 */
class PlayedSystems {

  /** What was done, such as {@code orders place}. */
  final List<String> effects = new ArrayList<>();

  final Set<String> down = new HashSet<>();
  final Set<String> silent = new HashSet<>();
  final Map<String, String> refusals = new HashMap<>();

  /** Runs while a call is under way, by effect. */
  final Map<String, Runnable> meanwhile = new HashMap<>();

  private final Map<String, Object> answers = new HashMap<>();

  void reset() {
    effects.clear();
    down.clear();
    silent.clear();
    refusals.clear();
    meanwhile.clear();
    answers.clear();
  }

  private <T> T change(String system, String what, String key, Supplier<T> answer) {
    Optional.ofNullable(meanwhile.get(what)).ifPresent(Runnable::run);
    synchronized (this) {
      if (down.contains(system)) {
        throw new SystemUnavailableException(system, what + ": cannot be reached", null);
      }
      if (refusals.containsKey(what)) {
        throw new SystemRefusalException(system, refusals.get(what));
      }
      if (!answers.containsKey(key)) {
        effects.add(system + " " + what);
        answers.put(key, answer.get());
      }
      if (silent.contains(what)) {
        throw new SystemUnavailableException(system, what + ": no answer", null);
      }
      @SuppressWarnings("unchecked")
      T given = (T) answers.get(key);
      return given;
    }
  }

  private synchronized <T> Optional<T> find(String system, String key, Class<T> type) {
    if (down.contains(system)) {
      throw new SystemUnavailableException(system, "operation: cannot be reached", null);
    }
    return Optional.ofNullable(answers.get(key)).map(type::cast);
  }

  final ServiceOrders orders =
      new ServiceOrders() {
        @Override
        public ServiceOrder place(String key, ServiceOrderRequest request) {
          return change("orders", "place", key, () -> new ServiceOrder("SVO-1"));
        }

        @Override
        public Optional<ServiceOrder> findPlaced(String key) {
          return find("orders", key, ServiceOrder.class);
        }

        @Override
        public CancelledServiceOrder cancel(String key, String serviceOrderId) {
          return change(
              "orders", "cancel " + serviceOrderId, key, () -> new CancelledServiceOrder("SVC-1"));
        }

        @Override
        public Optional<CancelledServiceOrder> findCancelled(String key) {
          return find("orders", key, CancelledServiceOrder.class);
        }
      };

  final Subscriptions billing =
      new Subscriptions() {
        @Override
        public Optional<Plan> plan(String planCode, String country) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Standing> standing(String customerId) {
          throw new UnsupportedOperationException();
        }

        @Override
        public Charge start(String key, ChargeRequest request) {
          return change("billing", "start", key, () -> new Charge("SUB-1"));
        }

        @Override
        public Optional<Charge> findStarted(String key) {
          return find("billing", key, Charge.class);
        }

        @Override
        public StoppedCharge stop(String key, String subscriptionId) {
          return change("billing", "stop " + subscriptionId, key, () -> new StoppedCharge("STP-1"));
        }

        @Override
        public Optional<StoppedCharge> findStopped(String key) {
          return find("billing", key, StoppedCharge.class);
        }
      };

  final Revenue accounting =
      new Revenue() {
        @Override
        public RevenueBooking book(String key, RevenueRequest request) {
          return change("accounting", "book", key, () -> new RevenueBooking("REV-1"));
        }

        @Override
        public Optional<RevenueBooking> findBooked(String key) {
          return find("accounting", key, RevenueBooking.class);
        }

        @Override
        public RevenueReversal reverse(String key, String bookingId) {
          return change(
              "accounting", "reverse " + bookingId, key, () -> new RevenueReversal("RVS-1"));
        }

        @Override
        public Optional<RevenueReversal> findReversed(String key) {
          return find("accounting", key, RevenueReversal.class);
        }
      };
}
