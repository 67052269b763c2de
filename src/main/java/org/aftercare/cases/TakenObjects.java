package org.aftercare.cases;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Objects of which only one case at a time may be open: an item in a claim, an invoice in a
 * deferral. A flow keeps them in a table of its own, the object as its key and {@code case_number}
 * beside it; the database decides between two cases that come at the same moment.
 */
public final class TakenObjects {

  private final JdbcClient jdbc;
  private final TransactionTemplate savepoint;
  private final String find;
  private final String insert;
  private final String delete;

  /**
   * The objects of one table.
   *
   * @param table with a column {@code case_number}; written in the code, never from outside
   * @param key the columns of its primary key, likewise
   */
  public TakenObjects(
      JdbcClient jdbc, PlatformTransactionManager transactions, String table, String... key) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.find =
        "select case_number from " + table + " where " + String.join(" = ? and ", key) + " = ?";
    this.insert =
        "insert into %s (case_number, %s) values (?%s)"
            .formatted(table, String.join(", ", key), ", ?".repeat(key.length));
    this.delete = "delete from " + table + " where case_number = ?";
  }

  /**
   * Takes the object for that case, in the caller's transaction.
   *
   * @param object its key, in the order of the columns
   * @return whether the case has it now; not if another has
   */
  public boolean take(String caseNumber, String... object) {
    return holder(object).map(caseNumber::equals).orElseGet(() -> takeFree(caseNumber, object));
  }

  /** Another case may take it at this very moment; a savepoint keeps our transaction alive then. */
  private boolean takeFree(String caseNumber, String... object) {
    try {
      savepoint.executeWithoutResult(
          status -> jdbc.sql(insert).param(caseNumber).params((Object[]) object).update());
      return true;
    } catch (DuplicateKeyException taken) {
      return false;
    }
  }

  /** The case that has it. */
  public Optional<String> holder(String... object) {
    return jdbc.sql(find).params((Object[]) object).query(String.class).optional();
  }

  /** Gives back all that the case has. */
  public void release(String caseNumber) {
    jdbc.sql(delete).param(caseNumber).update();
  }
}
