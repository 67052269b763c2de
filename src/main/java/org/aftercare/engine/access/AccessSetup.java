package org.aftercare.engine.access;

import java.util.List;
import java.util.Optional;
import org.aftercare.engine.StartUpLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets up who may do what, once, before the first request is answered. Nodes that start at the same
 * time take turns.
 */
@Component
class AccessSetup implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(AccessSetup.class);

  private final StartUpLock lock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final GroupSetup groups;
  private final FilterSetup filters;
  private final Optional<DemoPeople> demoPeople;
  private final Administrator administrator;

  AccessSetup(
      StartUpLock lock,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      GroupSetup groups,
      FilterSetup filters,
      Optional<DemoPeople> demoPeople,
      Administrator administrator) {
    this.lock = lock;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.groups = groups;
    this.filters = filters;
    this.demoPeople = demoPeople;
    this.administrator = administrator;
  }

  @Override
  public void afterSingletonsInstantiated() {
    lock.alone(() -> transaction.execute(this::setUp));
  }

  private Void setUp(TransactionStatus status) {
    once("groups", groups::create);
    once("filters", filters::create);
    once("cases in filters", filters::showCases);
    demoPeople.ifPresent(people -> once("demo people", people::create));
    demoPeople.ifPresent(people -> once("demo people's languages", people::speak));
    if (demoPeople.isEmpty() && isDone("demo people")) {
      throw new DemoDatabaseException();
    }
    administrator.ensureThereIsOne();
    return null;
  }

  private void once(String step, Runnable work) {
    if (!isDone(step)) {
      work.run();
      jdbc.sql("insert into access_setup (step, done_at) values (?, current_timestamp)")
          .param(step)
          .update();
      LOG.info("Set up in the engine: {}.", step);
    }
  }

  private boolean isDone(String step) {
    List<String> done =
        jdbc.sql("select step from access_setup where step = ?")
            .param(step)
            .query(String.class)
            .list();
    return !done.isEmpty();
  }
}
