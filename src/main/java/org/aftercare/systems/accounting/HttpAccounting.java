package org.aftercare.systems.accounting;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Accounting;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The ledger over HTTP. */
@Component
class HttpAccounting implements Accounting {

  private static final Operation<Recovery> RECOVER =
      new Operation<>(
          "recover cost",
          Set.of("NO_AGREEMENT"),
          (reply, recovery) ->
              reply.text("recoveryId", recovery.recoveryId(), ReplyCheck.LONGEST_ID));

  private final RemoteSystem system;
  private final AccountingApi api;

  HttpAccounting(@Qualifier("accountingSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(AccountingApi.class);
  }

  @Override
  public Recovery recover(String key, RecoveryRequest request) {
    return system.change(RECOVER, () -> api.recover(key, request));
  }

  @Override
  public Optional<Recovery> findRecovery(String key) {
    return system.read(RECOVER, () -> api.recovery(key));
  }
}
