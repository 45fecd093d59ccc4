using Cleverence.Connectivity;
using Connectors.Hosting;
using Connectors.Soap;

namespace Unit.Tests.Soap;

/// <summary>Before a WSDL has come from its address, the settings say how long a call may last and whether it may be repeated.</summary>
[TestClass]
public sealed class SoapUnlistedTests
{
    [TestMethod]
    [DataRow("", "TerminalGate", "GetRemains", DisplayName = "a rule without a class, called by the service")]
    [DataRow("", "", "TerminalGateSoap12.GetRemains", DisplayName = "a rule without a class, called by a port in one name")]
    [DataRow("", "", "GetRemains", DisplayName = "a rule without a class, called without")]
    [DataRow("", "TerminalGate", "Остатки", DisplayName = "a rule without a class, called by another name")]
    [DataRow("TerminalGate", "TerminalGate", "GetRemains", DisplayName = "a rule with a class, called by it")]
    public void The_rules_of_an_operation_hold_before_its_WSDL_is_known(string ruled, string called, string method)
    {
        using var connector = new SoapConnector(SoapSettingsTests.Settings($"{{'wsdl':'?wsdl','operations':[{{'class':'{ruled}','operation':'GetRemains','aliases':['Остатки'],'safety':'Safe','timeLimit':'00:03:00'}}]}}"));

        var info = new MethodIndex(connector).Find(ref called, ref method, "Trade")!.Info;

        (info.Safety, info.TimeLimit).Should().Be((MethodSafety.Safe, TimeSpan.FromMinutes(3)));
    }

    [TestMethod]
    [DataRow("", "GetRemains", DisplayName = "without a class")]
    [DataRow("TerminalGateSoap12", "GetRemains", DisplayName = "by another class")]
    public void A_rule_with_a_class_lends_its_limit_to_other_classes_but_not_its_safety(string called, string method)
    {
        using var connector = new SoapConnector(SoapSettingsTests.Settings("{'wsdl':'?wsdl','operations':[{'class':'TerminalGate','operation':'GetRemains','safety':'Safe','timeLimit':'00:03:00'}]}"));

        var info = new MethodIndex(connector).Find(ref called, ref method, "Trade")!.Info;

        (info.Safety, info.TimeLimit).Should().Be((MethodSafety.Unsafe, TimeSpan.FromMinutes(3)));
    }

    [TestMethod]
    [DataRow("{'operation':'GetRemains','safety':'Safe'},{'class':'Other','operation':'GetRemains'}", "GetRemains", DisplayName = "two rules that differ")]
    [DataRow("{'operation':'GetRemains','aliases':['Get'],'safety':'Safe'},{'class':'Other','operation':'Remove','aliases':['get']}", "Get", DisplayName = "another name that means something else elsewhere")]
    [DataRow("{'operation':'GetRemains','safety':'Safe'},{'class':'Other','operation':'Remove','aliases':['GetRemains']}", "GetRemains", DisplayName = "a name that means something else elsewhere")]
    public void What_only_the_WSDL_can_tell_is_not_called_safe(string operations, string method)
    {
        using var connector = new SoapConnector(SoapSettingsTests.Settings($"{{'wsdl':'?wsdl','operations':[{operations}]}}"));
        var called = "OtherPort";

        new MethodIndex(connector).Find(ref called, ref method, "Trade")!.Info.Safety.Should().Be(MethodSafety.Unsafe);
    }
}
