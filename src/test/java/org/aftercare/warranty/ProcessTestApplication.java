package org.aftercare.warranty;

import org.aftercare.cases.CaseFlow;
import org.aftercare.cases.CasePartners;
import org.aftercare.fulfilment.Commitment;
import org.aftercare.testing.EngineWithCases;
import org.aftercare.testing.PlayedFlow;
import org.aftercare.testing.PlayedPartners;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The engine with all models, every real delegate and nothing behind the delegates: a test mocks
 * the use cases. No stereotype, so that no other test's component scan picks it up.
 */
@Import(EngineWithCases.class)
@ComponentScan(
    basePackageClasses = {WarrantyClaim.class, Commitment.class},
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                ".*\\.(\\w+Delegate|PickUpScans|GoodsOutProcess|WarrantyDeadlines|\\w+Vocabulary)"))
class ProcessTestApplication {

  static final String SUPPLIER = "nordkyl";
  static final String SHIPPER = "carrier";

  @Bean
  CaseFlow warrantyFacts() {
    return new PlayedFlow(WarrantyProcess.KEY);
  }

  @Bean
  CasePartners warrantyPartners() {
    return new PlayedPartners(WarrantyProcess.KEY, SUPPLIER, SHIPPER);
  }
}
