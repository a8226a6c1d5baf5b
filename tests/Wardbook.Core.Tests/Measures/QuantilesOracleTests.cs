using Wardbook.Oracles;

namespace Wardbook.Measures;

public sealed class QuantilesOracleTests
{
    [Fact]
    public void Gamma_quantiles_agree_with_fifty_digit_arithmetic() =>
        OracleFolders.Check("special.gamma_quantile", one => one.Check("value", Quantiles.Gamma(Argument(one, 0), Argument(one, 1))));

    [Fact]
    public void Beta_quantiles_agree_with_fifty_digit_arithmetic() =>
        OracleFolders.Check("special.beta_quantile", one => one.Check("value", Quantiles.Beta(Argument(one, 0), Argument(one, 1), Argument(one, 2))));

    [Fact]
    public void Normal_quantiles_agree_with_fifty_digit_arithmetic() =>
        OracleFolders.Check("special.normal_quantile", one => one.Check("value", Quantiles.Normal(Argument(one, 0))));

    private static double Argument(OracleCase one, int number) => one.Params.GetProperty("args")[number].GetDouble();
}
