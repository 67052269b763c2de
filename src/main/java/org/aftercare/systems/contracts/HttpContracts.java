package org.aftercare.systems.contracts;

import java.util.Optional;
import java.util.Set;
import org.aftercare.systems.Contracts;
import org.aftercare.systems.contracts.ContractsApi.ExtensionRequest;
import org.aftercare.systems.http.Operation;
import org.aftercare.systems.http.RemoteSystem;
import org.aftercare.systems.http.ReplyCheck;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The register of guarantees over HTTP. */
@Component
class HttpContracts implements Contracts {

  private static final Operation<Guarantee> GUARANTEE =
      new Operation<>(
          "guarantee",
          (reply, guarantee) -> reply.notNegative("extendedMonths", guarantee.extendedMonths()));

  private static final Operation<Extension> EXTEND =
      new Operation<>(
          "extend guarantee",
          Set.of("ALREADY_EXTENDED"),
          (reply, extension) -> {
            reply.text("extensionId", extension.extensionId(), ReplyCheck.LONGEST_ID);
            reply.notNegative("months", extension.months());
          });

  private final RemoteSystem system;
  private final ContractsApi api;

  HttpContracts(@Qualifier("contractsSystem") RemoteSystem system) {
    this.system = system;
    this.api = system.client(ContractsApi.class);
  }

  @Override
  public Guarantee guarantee(String serialNumber) {
    return system
        .read(
            GUARANTEE.alsoHolding(
                (reply, guarantee) ->
                    reply.same("serialNumber", serialNumber, guarantee.serialNumber())),
            () -> api.guarantee(serialNumber))
        .orElseGet(() -> new Guarantee(serialNumber, null, 0));
  }

  @Override
  public Extension extend(String key, String serialNumber, int months, String caseNumber) {
    return system.change(
        EXTEND, () -> api.extend(key, serialNumber, new ExtensionRequest(months, caseNumber)));
  }

  @Override
  public Optional<Extension> findExtension(String key) {
    return system.read(EXTEND, () -> api.extension(key));
  }
}
