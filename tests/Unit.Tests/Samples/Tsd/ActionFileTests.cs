using Cleverence.Warehouse;
using TsdClient;

namespace Unit.Tests.Samples.Tsd;

[TestClass]
public sealed class ActionFileTests
{
    [TestMethod]
    public void An_action_is_read_as_the_original_writes_it()
    {
        var action = ActionFile.Parse("""
            <?xml version="1.0" encoding="utf-8"?>
            <InvokeMethodAction xmlns:clr="http://schemas.cleverence.ru/clr" name="Остаток" connectorId="Stock" className="Stock" methodName="GetRest" sessionVariable="Result"
                waitingTime="15" showErrorMessage="False" timeoutMessage="Ждите" errorDirection="Exit" timeoutDirection="BACK" nextDirection="остаток">
              <Bindings /><Parameters><InvokeParameter name="item" type="String" value="{scan}" /></Parameters>
            </InvokeMethodAction>
            """, "a.xml").Should().ContainSingle().Subject;

        action.Should().BeEquivalentTo(new InvokeMethodAction
        {
            Name = "Остаток", ConnectorId = "Stock", ClassName = "Stock", MethodName = "GetRest", SessionVariable = "Result", WaitingTime = 15, ShowErrorMessage = false,
            TimeoutMessage = "Ждите", ErrorDirection = "Exit", TimeoutDirection = "BACK", NextDirection = "остаток",
        }, options => options.Excluding(member => member.Parameters));
        action.Parameters.Should().ContainSingle().Which.Should().BeEquivalentTo(new InvokeParameter { Name = "item", Type = "String", Value = "{scan}" });
    }

    [TestMethod]
    public void All_mistakes_are_listed_at_once()
    {
        var reading = () => ActionFile.Parse("""
            <Actions>
              <InvokeMethodAction name="a" methodName="M" waitingTime="00:10" nextDirection="nowhere"><Parameters><InvokeParameter type="Foo" value="1" /></Parameters></InvokeMethodAction>
              <InvokeMethodAction name="A" connectorId="C" />
            </Actions>
            """, "a.xml");

        reading.Should().Throw<TsdMistakeException>().Which.Message.Should().ContainAll(
            "a.xml", "action 1: connectorId is empty", "waitingTime '00:10'", "a parameter with the value '1' has no name", "type 'Foo'; known: String",
            "action 2: methodName is empty", "two actions are called 'a'", "the direction 'nowhere' is neither an action (a, A) nor one of back");
    }

    [TestMethod]
    [DataRow("<Actions/>", "no InvokeMethodAction")]
    [DataRow("{}", "not XML")]
    [DataRow("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Actions>&x;</Actions>", "not XML")]
    public void Another_file_is_refused(string text, string why)
    {
        var reading = () => ActionFile.Parse(text, "a.xml");

        reading.Should().Throw<TsdMistakeException>().WithMessage($"*{why}*");
    }
}
