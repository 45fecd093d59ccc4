using Cleverence.Connectivity;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobCallsTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public void A_call_that_leads_nowhere_is_named_with_what_there_is_and_logged_once()
    {
        bench.Registry.Connectors = [Declaring("Склад", new("", "Остатки") { Aliases = ["Stock"] }, new("Товары", "Прочитать"))];
        File.WriteAllText(bench.Options.File, """
            {"jobs":[
              {"id":"a","call":"Нет:Метод","period":"1:00:00"}, {"id":"b","call":"Склад:Приход","period":"1:00:00"}, {"id":"c","call":"склад:stock","period":"1:00:00"},
              {"id":"d","call":"Склад:Товары.Прочитать","period":"1:00:00"}
            ]}
            """);
        bench.File.Open();
        bench.Scheduler.Apply(bench.File.Current.Jobs);

        var problems = bench.Admin.CallProblems;
        bench.Calls.Tell();

        problems.Select(problem => problem.Message).Should().Equal(
            $"{bench.Options.File}: jobs[0].call (job 'a') is \"Нет:Метод\"; expected: a connector that is configured: Склад.",
            $"{bench.Options.File}: jobs[1].call (job 'b') is \"Склад:Приход\"; expected: a method of 'Склад': Остатки, Товары.Прочитать.");
        bench.Logger.Records.Count(record => record.Id == 3046).Should().Be(2);
        bench.Admin.Find("b")!.Problems.Should().ContainSingle();
        bench.Admin.Find("c")!.Problems.Should().BeEmpty();
    }

    [TestMethod]
    public void A_job_that_is_switched_off_is_not_warned_about_before_it_is_switched_on()
    {
        bench.Registry.Connectors = [];
        File.WriteAllText(bench.Options.File, """{"jobs":[{"id":"a","call":"Склад:Остатки","period":"1:00:00","enabled":false}]}""");
        bench.File.Open();
        var off = bench.Admin.CallProblems;
        File.WriteAllText(bench.Options.File, """{"jobs":[{"id":"a","call":"Склад:Остатки","period":"1:00:00","enabled":true}]}""");
        bench.File.Reload();

        off.Should().BeEmpty();
        bench.Admin.CallProblems.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Its_job_starts_all_the_same_and_the_warning_goes_when_the_connector_comes()
    {
        bench.Registry.Connectors = [];
        File.WriteAllText(bench.Options.File, """{"jobs":[{"id":"a","call":"Склад:Остатки","period":"1:00:00"}]}""");
        bench.File.Open();
        bench.Scheduler.Apply(bench.File.Current.Jobs);
        var before = bench.Admin.CallProblems;

        await bench.StepAsync(3);
        bench.Registry.Connectors = [Declaring("Склад", new ConnectorMethodInfo("", "Остатки"))];

        before.Should().ContainSingle();
        bench.Invoker.Calls.Should().ContainSingle();
        bench.Admin.CallProblems.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("""["Главный",3]""", null)]
    [DataRow("""{"склад":"Главный","дней":"3"}""", null)]
    [DataRow("""["Главный"]""", null)]
    [DataRow("""["Главный",3,true]""", "argument 3 is too many")]
    [DataRow("""["Главный","три"]""", "Дней takes integer")]
    [DataRow("""{"Склд":"Главный"}""", "Склд is unknown; Склад is missing")]
    [DataRow("[]", "Склад is missing")]
    [DataRow("""[{"a":1}]""", "Склад takes string")]
    public void Arguments_that_cannot_fit_the_declared_parameters_are_a_named_warning(string parameters, string? why)
    {
        bench.Registry.Connectors = [Declaring("Склад", new ConnectorMethodInfo("", "Остатки") { Parameters = [new("Склад", ValueKind.String), new("Дней", ValueKind.Integer) { Optional = true }] })];
        File.WriteAllText(bench.Options.File, $$"""{"jobs":[{"id":"a","call":"Склад:Остатки","period":"1:00:00","parameters":{{parameters}}}]}""");
        bench.File.Open();

        var problems = bench.Calls.Problems();

        problems.Select(problem => (problem.Path, problem.JobId, problem.IsWarning)).Should().Equal(why is null ? [] : [("jobs[0].parameters", "a", true)]);
        problems.Where(problem => !problem.Message.Contains(why ?? "") || !problem.ExpectedRu.Contains("аргументы Остатки")).Should().BeEmpty();
    }

    [TestMethod]
    public void A_method_without_parameters_takes_no_arguments()
    {
        bench.Registry.Connectors = [Declaring("Склад", new ConnectorMethodInfo("", "Остатки"))];
        File.WriteAllText(bench.Options.File, """{"jobs":[{"id":"a","call":"Склад:Остатки","period":"1:00:00","parameters":[1]},{"id":"b","call":"Склад:Остатки","period":"1:00:00"}]}""");
        bench.File.Open();

        bench.Calls.Problems().Should().ContainSingle().Which.Message.Should().Contain("it takes none");
    }

    [TestMethod]
    public void Names_and_parameters_that_only_the_outside_system_knows_are_no_warning()
    {
        bench.Registry.Connectors = [Declaring("Склад", new("", "Остатки") { Parameters = [new(ConnectorMethodInfo.AnyName, null) { Optional = true }] }, new(ConnectorMethodInfo.AnyName, ConnectorMethodInfo.AnyName))];
        File.WriteAllText(bench.Options.File, """{"jobs":[{"id":"a","call":"Склад:Остатки","period":"1:00:00","parameters":[1]},{"id":"b","call":"Склад:Порт.Приход","period":"1:00:00","parameters":{"Товар":1}},{"id":"c","call":"Склад:Приход","period":"1:00:00"}]}""");
        bench.File.Open();

        bench.Calls.Problems().Should().BeEmpty();
    }

    public void Dispose() => bench.Dispose();

    private static ConnectorInfo Declaring(string id, params ConnectorMethodInfo[] methods) => new(id, "Test", ConnectorState.Ready) { DeclaresMethods = true, Methods = methods };
}
