using System.Text;
using Cleverence.Connectivity;
using Connectors.OneC;
using Microsoft.Extensions.Configuration;

namespace Unit.Tests.OneC;

/// <summary>Settings that cannot be used: each wrong field has its code, its cause and its next step in both languages, and no secret shows.</summary>
[TestClass]
public sealed class OneCSettingsTests
{
    private const string Secret = "Пароль-не-для-глаз-42";

    private static readonly string[] Good =
    [
        """ "baseAddress": "http://srv1c/trade" """,
        """ "serverTimeZone": "Europe/Moscow" """,
        $$$""" "auth": { "type": "basic", "user": "Обмен", "password": "{{{Secret}}}" } """,
        """ "methods": [ { "method": "Остатки" } ] """,
    ];

    private static IEnumerable<object[]> Wrong =>
    [
        ["""{ "baseAddress": "" }""", "baseAddress", ""],
        ["""{ "baseAddress": "srv1c/trade" }""", "baseAddress", ""],
        ["""{ "baseAddress": "http://srv1c/trade/hs/conn" }""", "baseAddress", "BASE_ADDRESS_HAS_SERVICE"],
        ["""{ "baseAddress": "http://srv1c/trade/odata/standard.odata" }""", "baseAddress", "BASE_ADDRESS_HAS_SERVICE"],
        ["""{ "serverTimeZone": "" }""", "serverTimeZone", "ZONE_MISSING"],
        ["""{ "serverTimeZone": "Europe/Moskow" }""", "serverTimeZone", "ZONE_UNKNOWN"],
        ["""{ "serverTimeZone": "+03:00" }""", "serverTimeZone", "ZONE_NOT_IANA"],
        ["""{ "serverTimeZone": "Russian Standard Time" }""", "serverTimeZone", "ZONE_NOT_IANA"],
        ["""{ "transport": "com" }""", "transport", "COM_NOT_AVAILABLE"],
        ["""{ "transport": "ftp" }""", "transport", "CHOICE_UNKNOWN"],
        ["""{ "sessionMode": "always" }""", "sessionMode", "CHOICE_UNKNOWN"],
        ["""{ "sessionMaxAge": "20" }""", "sessionMaxAge", "DURATION_UNREADABLE"],
        ["""{ "poolTimeout": "пять секунд" }""", "poolTimeout", "DURATION_UNREADABLE"],
        ["""{ "longOperationLimit": "00:00:00" }""", "longOperationLimit", "DURATION_UNREADABLE"],
        ["""{ "partTimeout": "-00:01:00" }""", "partTimeout", "DURATION_UNREADABLE"],
        ["""{ "timeout": "25" }""", "timeout", "DURATION_UNREADABLE"],
        ["""{ "maxConcurrency": 0 }""", "maxConcurrency", "NUMBER_OUT_OF_RANGE"],
        ["""{ "maxConcurrency": 1000 }""", "maxConcurrency", "NUMBER_OUT_OF_RANGE"],
        ["""{ "partSizeKb": 0 }""", "partSizeKb", "NUMBER_OUT_OF_RANGE"],
        ["""{ "serviceRoot": "" }""", "serviceRoot", "PATH_UNUSABLE"],
        ["""{ "serviceRoot": "conn?x=1" }""", "serviceRoot", "PATH_UNUSABLE"],
        ["""{ "version": ".." }""", "version", "PATH_UNUSABLE"],
        ["""{ "methods": [] }""", "methods", "NOTHING_TO_CALL"],
        ["""{ "methods": [ { "method": "" } ] }""", "methods[0].method", "METHOD_NAME_MISSING"],
        ["""{ "methods": [ { "method": "А" }, { "method": "б", "aliases": ["а"] } ] }""", "methods[1].method", "METHOD_TWICE"],
        ["""{ "methods": [ { "method": "А", "name": ".." } ] }""", "methods[0].name", "METHOD_NAME_UNUSABLE"],
        ["""{ "methods": [ { "method": "А", "transport": "odata" } ] }""", "methods[0].transport", "METHOD_NOT_OVER_ODATA"],
        ["""{ "methods": [ { "method": "А", "transport": "com" } ] }""", "methods[0].transport", "COM_NOT_AVAILABLE"],
        ["""{ "methods": [ { "method": "А", "transport": "soap" } ] }""", "methods[0].name", "SOAP_OPERATION_UNNAMED"],
        ["""{ "methods": [ { "method": "А", "safety": "maybe" } ] }""", "methods[0].safety", "CHOICE_UNKNOWN"],
        ["""{ "methods": [ { "method": "А", "resultType": "Справочник" } ] }""", "methods[0].resultType", "TYPE_UNKNOWN"],
        ["""{ "methods": [ { "method": "А", "timeLimit": "10" } ] }""", "methods[0].timeLimit", "DURATION_UNREADABLE"],
        ["""{ "methods": [ { "method": "А", "parameters": [ { "name": "" } ] } ] }""", "methods[0].parameters[0].name", "PARAMETER_NAME_MISSING"],
        ["""{ "methods": [ { "method": "А", "parameters": [ { "name": "п" }, { "name": "П" } ] } ] }""", "methods[0].parameters[1].name", "PARAMETER_TWICE"],
        ["""{ "methods": [ { "method": "А", "parameters": [ { "name": "п", "type": "Нечто" } ] } ] }""", "methods[0].parameters[0].type", "TYPE_UNKNOWN"],
        ["""{ "methods": [ { "method": "А", "function": true, "parameters": [ { "name": "п", "oneC": "Товар" } ] } ] }""", "methods[0].parameters[0].oneC", "FUNCTION_PARAMETER_UNKNOWN"],
        ["""{ "methods": [ { "method": "А", "function": true, "parameters": [ { "name": "п", "oneC": "Параметр1" }, { "name": "р", "oneC": "параметр1" } ] } ] }""", "methods[0].parameters[0].oneC", "FUNCTION_PARAMETER_TWICE"],
        [$$"""{ "methods": [ { "method": "А", "function": true, "parameters": [ {{string.Join(',', Enumerable.Range(1, 11).Select(number => $$"""{ "name": "п{{number}}" }"""))}} ] } ] }""", "methods[0].parameters", "FUNCTION_PARAMETERS_TOO_MANY"],
        ["""{ "anyFunction": true, "function": { "name": "" } }""", "function.name", "FUNCTION_NAME_MISSING"],
        ["""{ "anyFunction": true, "function": { "safety": "sometimes" } }""", "function.safety", "CHOICE_UNKNOWN"],
        ["""{ "transport": "odata", "anyFunction": true, "methods": [] }""", "transport", "FUNCTION_NOT_OVER_ODATA"],
        ["""{ "transport": "soap", "anyFunction": true, "methods": [] }""", "function.name", "FUNCTION_SERVICE_UNNAMED"],
        ["""{ "methods": [ { "method": "А", "transport": "soap", "function": true } ] }""", "function.name", "FUNCTION_SERVICE_UNNAMED"],
        ["""{ "methods": [ { "method": "А", "transport": "soap", "function": true } ], "function": { "name": "Gate.A.Call" }, "soap": { "services": [ { "name": "Gate" } ] } }""", "function.name", "FUNCTION_SERVICE_UNNAMED"],
        ["""{ "methods": [ { "method": "А", "transport": "soap", "name": "Gate.A.B" } ], "soap": { "services": [ { "name": "Gate" } ] } }""", "methods[0].name", "SOAP_OPERATION_UNNAMED"],
        ["""{ "methods": [ { "method": "А", "transport": "soap", "name": "Gate." } ], "soap": { "services": [ { "name": "Gate" } ] } }""", "methods[0].name", "SOAP_OPERATION_UNNAMED"],
        ["""{ "transport": "soap", "methods": [ { "method": "А", "transport": "http", "function": true } ], "function": { "name": "Gate.Call" }, "soap": { "services": [ { "name": "Gate" } ] } }""", "methods[0].transport", "FUNCTION_NOT_OVER_HTTP"],
        ["""{ "anyFunction": true, "methods": [], "function": { "name": "Gate.Call" }, "soap": { "services": [ { "name": "Gate" } ] } }""", "transport", "FUNCTION_NOT_OVER_HTTP"],
        ["""{ "methods": [ { "method": "А" } ], "odata": { "methods": [ { "method": "а", "entity": "Catalog_Товары" } ] } }""", "odata.methods[0].method", "METHOD_TWICE"],
        ["""{ "methods": [ { "class": "OData", "method": "Read" } ], "odata": { "enabled": true } }""", "odata.enabled", "METHOD_TWICE"],
        ["""{ "methods": [ { "class": "exchange", "method": "load" } ], "exchange": { "enabled": true } }""", "exchange.enabled", "METHOD_TWICE"],
        ["""{ "methods": [ { "method": "вызовпроизвольнойфункции" } ], "function": { "enabled": true } }""", "function.enabled", "METHOD_TWICE"],
        ["""{ "soap": { "services": [ { "name": "A", "class": "odata" } ] }, "odata": { "enabled": true } }""", "soap.services[0].class", "SOAP_CLASS_TAKEN"],
        ["""{ "soap": { "services": [ { "name": "Exchange" } ] }, "exchange": { "enabled": true } }""", "soap.services[0].class", "SOAP_CLASS_TAKEN"],
        ["""{ "soap": { "services": [ { "name": "" } ] } }""", "soap.services[0].name", "SOAP_SERVICE_NAME_MISSING"],
        ["""{ "soap": { "services": [ { "name": "A" }, { "name": "a" } ] } }""", "soap.services[1].name", "SOAP_SERVICE_TWICE"],
        ["""{ "soap": { "services": [ { "name": "A", "soap": "2.0" } ] } }""", "soap.services[0].soap", "CHOICE_UNKNOWN"],
        ["""{ "soap": { "services": [ { "name": "A", "wsdl": "нет-такого.wsdl" } ] } }""", "soap.services[0].wsdl", "FILE_NOT_FOUND"],
        ["""{ "soap": { "services": [ { "name": "A", "address": "ws/A?wsdl" } ] } }""", "soap.services[0].address", "PATH_UNUSABLE"],
        ["""{ "exchange": { "enabled": true, "root": "" } }""", "exchange.root", "PATH_UNUSABLE"],
        ["""{ "exchange": { "enabled": true, "pollDelay": "15" } }""", "exchange.pollDelay", "DURATION_UNREADABLE"],
        ["""{ "auth": { "type": "basic", "user": "Обмен:1" } }""", "auth.user", "AUTH_USER_COLON"],
        ["""{ "auth": { "type": "basic", "user": "" } }""", "auth.user", "AUTH_USER_MISSING"],
        ["""{ "auth": { "type": "ntlm" } }""", "auth.type", "CHOICE_UNKNOWN"],
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public void Wrong_setting_is_told_by_field_cause_and_next_step(string changed, string field, string code)
    {
        var problems = ((Action)(() => _ = new OneCConnector(Read(changed)))).Should().Throw<ConnectorSettingsException>().Which.Problems;

        var problem = problems.First(found => !found.IsWarning && found.Field == field);
        if (code.Length > 0) problem.Code.Should().Be(code);
        problem.Code.Should().MatchRegex("^[A-Z0-9_]+$");
        problem.Message.Should().EndWith(".");
        problem.NextStep.Should().EndWith(".");
        problem.MessageRu.Should().MatchRegex("[а-яё]").And.EndWith(".");
        problem.NextStepRu.Should().MatchRegex("[а-яё]").And.EndWith(".");
        string.Concat(problems.Select(found => $"{found.Message}{found.NextStep}{found.MessageRu}{found.NextStepRu}{found.Detail}")).Should().NotContain(Secret);
    }

    [TestMethod]
    public void Everything_wrong_is_told_at_once() =>
        ((Action)(() => OneCPlan.Read(Read("""{ "serverTimeZone": "", "sessionMode": "?", "maxConcurrency": 0, "methods": [ { "method": "" }, { "method": "А", "safety": "?" } ] }"""))))
            .Should().Throw<ConnectorSettingsException>().Which.Problems.Select(problem => problem.Field)
            .Should().BeEquivalentTo("serverTimeZone", "sessionMode", "maxConcurrency", "methods[0].method", "methods[1].safety");

    [TestMethod]
    [DataRow("""{ "baseAddress": "http://srv1c" }""", "BASE_NAME_MISSING", "baseAddress")]
    [DataRow("""{ "maxConcurrency": 10 }""", "CONCURRENCY_ABOVE_POOL", "maxConcurrency")]
    public void Doubtful_setting_is_a_warning(string changed, string code, string field)
    {
        var warning = OneCPlan.Read(Read(changed)).Warnings.Should().ContainSingle().Subject;

        (warning.Code, warning.Field, warning.IsWarning).Should().Be((code, field, true));
        warning.NextStepRu.Should().MatchRegex("[а-яё]");
    }

    [TestMethod]
    public void Defaults_are_those_of_the_documentation()
    {
        var plan = OneCPlan.Read(Read("{}"));

        plan.Warnings.Should().BeEmpty();
        plan.Options.Should().BeEquivalentTo(new
        {
            Sessions = OneCSessionMode.Auto, SessionMaxAge = TimeSpan.FromSeconds(20), PoolTimeout = TimeSpan.FromSeconds(5), MaxConcurrency = 4,
            LongLimit = TimeSpan.FromMinutes(10), PartTimeout = TimeSpan.FromMinutes(3), PartSizeKb = 1024, ServicePath = "hs/conn", Version = "v1",
        });
        plan.Declared.Should().ContainSingle().Which.Info.Safety.Should().Be(MethodSafety.Unsafe);
    }

    [TestMethod]
    public void Parameters_of_a_function_take_the_free_formal_names_in_order()
    {
        var method = OneCPlan.Read(Read("""{ "methods": [ { "method": "А", "function": true, "parameters": [ { "name": "а" }, { "name": "б", "oneC": "параметр1" }, { "name": "в" } ] } ] }""")).Declared[0];

        method.Parameters.Select(parameter => parameter.NameInOneC).Should().Equal("Параметр2", "Параметр1", "Параметр3", "ТипВозвращаемогоЗначения");
    }

    private static OneCSettings Read(string changed)
    {
        // What a case does not change is right.
        var builder = new ConfigurationBuilder();
        foreach (var good in Good.Where(good => !changed.Contains(good[..(good.IndexOf(':', StringComparison.Ordinal) + 1)].Trim(), StringComparison.Ordinal))) builder.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($"{{{good}}}")));
        builder.AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(changed)));
        var settings = new OneCSettings();
        builder.Build().Bind(settings);
        return settings;
    }
}
