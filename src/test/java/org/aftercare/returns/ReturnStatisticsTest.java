package org.aftercare.returns;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Sales;
import org.aftercare.systems.Orders.UnitsSold;
import org.aftercare.systems.SystemUnavailableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shares of returns do with an answer that breaks its promise. */
class ReturnStatisticsTest {

  private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

  static Stream<List<UnitsSold>> pages() {
    return Stream.of(List.of(), List.of(new UnitsSold("K-1", "Kettle", 3)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageOfSalesThatStandsStillIsNotReadForEver(List<UnitsSold> sameAgain) {
    Orders orders = mock(Orders.class);
    when(orders.sales(any(), any(), anyInt())).thenReturn(new Sales(sameAgain, true));
    ReturnStatistics statistics = new ReturnStatistics(mock(ReturnedUnits.class), orders);

    assertThatThrownBy(() -> statistics.byProduct(SUNDAY.minusDays(6), SUNDAY))
        .isInstanceOf(SystemUnavailableException.class)
        .hasMessageContaining("orders");
  }
}
