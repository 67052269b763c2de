package org.aftercare.customers;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aftercare.api.FieldProblem;
import org.aftercare.api.ForgottenAnswers;
import org.aftercare.api.ProblemException;
import org.aftercare.customers.PersonalData.Erasure;
import org.aftercare.customers.PersonalData.Obstacle;
import org.aftercare.engine.CaseTraces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases a customer (GDPR, article 17): in one transaction everything that tells of the person goes
 * from all tables, the engine's too. Refused while a case is open (article 17 (3) (e)) or the
 * customer is yet to be told something that they have a right to know.
 *
 * <p>What is kept is pseudonymous (article 4 (5)), not anonymous: the cases' numbers, days,
 * decisions and amounts, and the numbers of orders, invoices, subscriptions, items, shipments and
 * bookings. They are needed to look up an item's guarantee, which goes with the item, and to show
 * what was paid back and why. Whoever has access to the shop, billing or the CRM can get from them
 * to the person for as long as those systems keep them: each erases for itself.
 */
@Service
class CustomerErasure {

  private static final Logger LOG = LoggerFactory.getLogger(CustomerErasure.class);

  /** Without those that look alike, as in case numbers. */
  private static final String CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int LENGTH = 12;

  private final List<PersonalData> modules;
  private final CaseTraces traces;
  private final ForgottenAnswers answers;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  CustomerErasure(
      List<PersonalData> modules,
      CaseTraces traces,
      ForgottenAnswers answers,
      JdbcClient jdbc,
      Clock clock) {
    this.modules = List.copyOf(modules);
    this.traces = traces;
    this.answers = answers;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param reference stands in for the customer in what is kept
   * @param cases how many cases are kept without the customer
   */
  record Erased(String reference, int cases) {}

  /**
   * @param by the member of staff who erases
   * @throws ProblemException 404 if nothing is stored of the customer, 409 with the reasons while
   *     they cannot be erased
   */
  @Transactional
  Erased erase(String customerId, String by) {
    Set<String> cases = caseNumbers(customerId);
    refuseFor(obstacles(customerId, cases));
    Erasure erasure = new Erasure(customerId, newReference(), cases);
    int rows = modules.stream().mapToInt(module -> module.erase(erasure)).sum();
    if (rows == 0) {
      throw ProblemException.notFound("customer");
    }
    traces.erase(cases);
    answers.forget(customerId, cases);
    refuseFor(sinceThen(customerId, cases));
    jdbc.sql(
            """
            insert into customer_erasure (reference, erased_at, erased_by, cases)
            values (:reference, :now, :by, :cases)""")
        .param("reference", erasure.standIn())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("cases", cases.size())
        .update();
    LOG.info("A customer was erased. Reference {}, {} cases.", erasure.standIn(), cases.size());
    return new Erased(erasure.standIn(), cases.size());
  }

  private Set<String> caseNumbers(String customerId) {
    return modules.stream()
        .flatMap(module -> module.caseNumbers(customerId).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<Obstacle> obstacles(String customerId, Set<String> cases) {
    List<Obstacle> obstacles = new ArrayList<>();
    modules.forEach(module -> obstacles.addAll(module.obstacles(customerId, cases)));
    Set<String> busy = traces.busy(cases);
    if (!busy.isEmpty()) {
      obstacles.add(stillAtWork(busy));
    }
    return obstacles;
  }

  /**
   * Other transactions' work that was not yet to be seen at first, such as a case that has just
   * been opened. No row of it was touched.
   */
  private List<Obstacle> sinceThen(String customerId, Set<String> cases) {
    List<Obstacle> obstacles = new ArrayList<>(obstacles(customerId, cases));
    Set<String> others = caseNumbers(customerId);
    if (!others.isEmpty()) {
      obstacles.add(
          new Obstacle(
              "CASE_NEW",
              "New while the customer was being erased: " + sorted(others) + ".",
              "Erase the customer when it is closed."));
    }
    return obstacles;
  }

  private static void refuseFor(List<Obstacle> obstacles) {
    if (!obstacles.isEmpty()) {
      throw refused(obstacles);
    }
  }

  private static Obstacle stillAtWork(Set<String> busy) {
    return new Obstacle(
        "PROCESS_RUNNING",
        "The automation or a person is not done with " + sorted(busy) + ".",
        "Let the last steps end, such as the wait for the survey's answer, and complete the tasks.");
  }

  private static String sorted(Set<String> caseNumbers) {
    return caseNumbers.stream().sorted().collect(Collectors.joining(", "));
  }

  private static ProblemException refused(List<Obstacle> obstacles) {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "not-to-be-erased-yet",
        "The customer cannot be erased yet",
        "Something of the customer's is not settled; see errors. Nothing was erased.",
        obstacles.stream()
            .map(
                obstacle ->
                    new FieldProblem(
                        "/customerId",
                        obstacle.code() + ": " + obstacle.detail(),
                        obstacle.remedy()))
            .toList());
  }

  private String newReference() {
    StringBuilder reference = new StringBuilder("erased-");
    for (int i = 0; i < LENGTH; i++) {
      reference.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return reference.toString();
  }
}
