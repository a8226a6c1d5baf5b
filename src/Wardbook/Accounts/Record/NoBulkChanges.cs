using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Wardbook.Accounts.Record;

/// <summary>Refuses <c>ExecuteUpdate</c> and <c>ExecuteDelete</c> on recorded rows and on the record itself: nobody would see what they did.</summary>
public sealed class NoBulkChanges : IQueryExpressionInterceptor
{
    /// <summary>The same for every database: each other one would have the library begin anew.</summary>
    public static NoBulkChanges One { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
    {
        if (queryExpression is MethodCallExpression { Method.Name: nameof(EntityFrameworkQueryableExtensions.ExecuteDelete) or nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate) } call
            && Target(call.Arguments[0]) is var target
            && (target == typeof(RecordEntry) || target == typeof(RecordedValue) || RecordedKind.Of(target) is not null))
        {
            throw new InvalidOperationException($"{target.Name} is recorded: change it row by row, so that the record of change tells of it.");
        }

        return queryExpression;
    }

    private static Type Target(Expression source) => source.Type.IsGenericType ? source.Type.GetGenericArguments()[0] : source.Type;
}
