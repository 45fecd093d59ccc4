using Cleverence.Connectivity;

namespace Throwing;

[Connector("ThrowingTypeInitializer")]
public sealed class ThrowingTypeInitializer : Connector
{
    private static readonly int Number;

    // Written out, so that it runs at the first touch of the class and not later.
    static ThrowingTypeInitializer() => Number = int.Parse("not a number", System.Globalization.CultureInfo.InvariantCulture);

    [ConnectorMethod]
    public int Get() => Number;
}
