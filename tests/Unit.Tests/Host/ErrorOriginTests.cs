using Server.Background;

namespace Unit.Tests.Host;

[TestClass]
public sealed class ErrorOriginTests
{
    [TestMethod]
    public void Causes_are_told_outermost_first_with_the_innermost_place()
    {
        var text = string.Join(
            Environment.NewLine,
            "System.InvalidOperationException: Смена не закрыта",
            " ---> System.IO.IOException: Сеть",
            "   at Shop.Send() in Shop.cs:line 7",
            "   --- End of inner exception stack trace ---",
            "   at Shop.Close() in Shop.cs:line 3");

        var origin = ErrorOrigin.Of(text);

        origin.Causes.Should().Equal("System.InvalidOperationException: Смена не закрыта", "System.IO.IOException: Сеть");
        origin.Place.Should().Be("Shop.Send() in Shop.cs:line 7");
    }

    [TestMethod]
    public void Text_that_is_no_exception_tells_nothing()
    {
        var origin = ErrorOrigin.Of("HTTP 500: <html>");

        origin.Causes.Should().BeEmpty();
        origin.Place.Should().BeNull();
    }
}
