using Cleverence.Connectivity;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Puts the permissive mode together, and ends what it began.</summary>
internal sealed class PermissiveMode : IDisposable
{
    private readonly PermissiveRules rules;
    private readonly SaleLinks links;
    private readonly Errands errands;
    private readonly PermissiveKeys keys;

    public PermissiveMode(ZnakPlan plan, TokenCache tokens, IConnectorRecords records, ILogger logger, TimeProvider time)
    {
        rules = plan.Permissive;
        links = new SaleLinks(plan, logger, time);
        errands = new Errands(logger);
        keys = new PermissiveKeys(tokens, errands, logger);
        var hosts = new CdnHosts(rules, records, new CdnFetch(plan, links, keys, logger), errands, time);
        var module = new LocalModuleCheck(rules, links, time);
        Chain = new SaleChain(rules, [new PiotCheck(links), new CdnCheck(rules, links, hosts, keys, time), module], logger, time);
        var refresh = new PermissiveRefresh(rules, hosts, keys, new LocalStates(rules, links, module, keys), time);
        Methods = new PermissiveMethods(rules, plan.Groups, Chain, new SaleJournal(rules, records, logger, time), refresh, time);
    }

    /// <summary>The commands.</summary>
    public Connector Methods { get; }

    /// <summary>The check itself.</summary>
    public SaleChain Chain { get; }

    /// <summary>What is wrong now and a person should know of.</summary>
    public IReadOnlyList<ConnectorProblem> Problems =>
    [
        .. rules.Stores.Select(store => store.Organisation).Distinct().Where(keys.IsRefused).Select(organisation =>
            new ConnectorProblem("PERMISSIVE_KEY_REFUSED", "organisations", $"The hosts of the permissive mode refuse the key of {organisation.Inn}: sales are not checked by them.", "Replace permissiveKey, or see that the signer can get a new one; then run FillPermissiveSettings.")
            {
                MessageRu = $"Площадки разрешительного режима не принимают ключ {organisation.Inn}: продажи ими не проверяются.",
                NextStepRu = "Замените permissiveKey или проверьте подписанта, затем выполните FillPermissiveSettings.",
            }),
    ];

    public void Dispose()
    {
        errands.Dispose();
        links.Dispose();
    }
}
